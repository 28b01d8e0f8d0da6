"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { serverCaller } from "@/app/_trpc/server";

/** What the session's cookies are called; long ones come in numbered parts. */
const sessionCookies = /^spur-session(\.\d+)?$/;

/** Ends the session in this browser and leads to the sign-in page. */
export async function signOut(): Promise<void> {
  const caller = await serverCaller();
  await caller.session.signOut({ everywhere: false });
  // The caller made for renderings sets no cookies; an action may.
  const store = await cookies();
  for (const { name } of store.getAll()) {
    if (sessionCookies.test(name)) store.delete(name);
  }
  redirect("/sign-in");
}
