import "server-only";

import {
  dehydrate,
  type FetchQueryOptions,
  HydrationBoundary,
  type QueryKey,
} from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderingQueryClient } from "./server";

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
