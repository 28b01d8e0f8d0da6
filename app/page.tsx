import { redirect } from "next/navigation";
import { currentSession } from "./_trpc/session";

/** Leads everybody to where they work. */
export default async function StartPage() {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  const [only, ...others] = session.memberships;
  if (only && others.length === 0) redirect(`/${only.slug}/board`);
  redirect("/welcome");
}
