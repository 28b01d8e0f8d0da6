import "server-only";

import { cache } from "react";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";

/** The page of whoever is signed in at this address, read once a request; null for nobody. */
export const readMyPage = cache(async (slug: string) => {
  const caller = await serverCaller();
  const page = await caller.myPage.read().catch((error: unknown) => {
    if (codeOfServerError(error) === "not_signed_in") return null;
    throw error;
  });
  // A session is good for its own workspace alone, whatever address it is sent to.
  return page?.slug === slug ? page : null;
});

export type MyPageAnswer = NonNullable<Awaited<ReturnType<typeof readMyPage>>>;
