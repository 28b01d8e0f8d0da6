import "server-only";

import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cookies, headers as requestHeaders } from "next/headers";
import { cache } from "react";
import { createContext, workspaceHeader } from "@/server/context";
import { appRouter } from "@/server/router";
import type { Cookies } from "@/server/supabase";
import { createCallerFactory } from "@/server/trpc";
import { makeQueryClient } from "./query-client";

const callerOf = createCallerFactory(appRouter);

/** One cache a rendering. */
export const renderingQueryClient = cache(makeQueryClient);

const contextOf = cache(async (workspaceId: string | null) =>
  createContext({
    headers: new Headers({
      ...(workspaceId && { [workspaceHeader]: workspaceId }),
      // Public pages count attempts by where they come from.
      "x-forwarded-for": (await requestHeaders()).get("x-forwarded-for") ?? "",
    }),
    cookies: await renderingCookies(),
  }),
);

/** Calls procedures while a page is rendered, as its reader. */
export async function serverCaller(workspaceId: string | null = null) {
  return callerOf(await contextOf(workspaceId));
}

/** The closed code of what a call during a rendering threw; null for what is no failure of a call. */
export { errorCodeOf as codeOfServerError } from "@/server/errors";

/** Null where a call fails: the browser asks again and shows what is wrong. */
export function answerOrNothing<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch(() => null);
}

/** Query options to prefetch with, for `Prefetched`. */
export function serverTRPC(workspaceId: string) {
  return createTRPCOptionsProxy({
    router: appRouter,
    ctx: () => contextOf(workspaceId),
    queryClient: renderingQueryClient,
  });
}

async function renderingCookies(): Promise<Cookies> {
  const store = await cookies();
  return {
    getAll: () => store.getAll(),
    // A rendering cannot set cookies; the proxy has refreshed the session before it began.
    setAll: () => {},
  };
}
