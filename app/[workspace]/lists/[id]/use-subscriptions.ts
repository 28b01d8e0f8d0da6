"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { type SubscriptionView, subscriptionInput } from "./subscription-views";

export type SubscriptionPage = inferOutput<ReturnType<typeof useTRPC>["subscription"]["list"]>;

const pageSize = 50;

/** Who stands on a list, the latest first, page by page. */
export function useSubscriptions(listId: string, view: SubscriptionView, text: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...subscriptionInput(listId, view, text), limit: pageSize };
  // Asked by hand: tRPC's own options add a direction of paging, which the router does not know.
  const query = useInfiniteQuery({
    queryKey: trpc.subscription.list.infiniteQueryKey(input),
    initialPageParam: null as SubscriptionPage["nextCursor"],
    queryFn: ({ pageParam, signal }) =>
      client.subscription.list.query({ ...input, cursor: pageParam }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    subscriptions: query.data?.pages.flatMap(({ items }) => items),
    isBehind: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
