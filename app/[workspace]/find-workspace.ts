import "server-only";

import { notFound, redirect } from "next/navigation";
import { currentSession } from "@/app/_trpc/session";

/**
 * The reader's session and membership in the workspace of an address. Leads visitors to sign in;
 * an unknown workspace and a foreign one are the same: not found.
 */
export async function findWorkspace(slug: string) {
  const session = await currentSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(`/${slug}/board`)}`);
  const membership = session.memberships.find((one) => one.slug === slug);
  if (!membership) notFound();
  return { session, membership };
}
