import "server-only";

import {
  dehydrate,
  type FetchQueryOptions,
  HydrationBoundary,
  type QueryKey,
} from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cookies } from "next/headers";
import { cache, type ReactNode } from "react";
import { createContext, workspaceHeader } from "@/server/context";
import { appRouter } from "@/server/router";
import type { Cookies } from "@/server/supabase";
import { createCallerFactory } from "@/server/trpc";
import { makeQueryClient } from "./query-client";

const callerOf = createCallerFactory(appRouter);

/** One cache a rendering. */
const renderingQueryClient = cache(makeQueryClient);

const contextOf = cache(async (workspaceId: string | null) =>
  createContext({
    headers: new Headers(workspaceId ? { [workspaceHeader]: workspaceId } : {}),
    cookies: await renderingCookies(),
  }),
);

/** Calls procedures while a page is rendered, as its reader. */
export async function serverCaller(workspaceId: string | null = null) {
  return callerOf(await contextOf(workspaceId));
}

/** Query options to prefetch with, for `prefetched`. */
export function serverTRPC(workspaceId: string) {
  return createTRPCOptionsProxy({
    router: appRouter,
    ctx: () => contextOf(workspaceId),
    queryClient: renderingQueryClient,
  });
}

/** What `queryOptions` of any procedure answers; their exact types do not agree with each other. */
type Prefetchable = { queryKey: QueryKey };

/** Fetches while rendering and hands the answers to the cache of the browser, with the page. */
export async function Prefetched({
  queries,
  children,
}: {
  queries: readonly Prefetchable[];
  children: ReactNode;
}) {
  const queryClient = renderingQueryClient();
  // A failed prefetch is no answer: the browser asks again and shows what is wrong.
  await Promise.all(queries.map((query) => queryClient.prefetchQuery(query as FetchQueryOptions)));
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}

async function renderingCookies(): Promise<Cookies> {
  const store = await cookies();
  return {
    getAll: () => store.getAll(),
    // A rendering cannot set cookies; the proxy has refreshed the session before it began.
    setAll: () => {},
  };
}
