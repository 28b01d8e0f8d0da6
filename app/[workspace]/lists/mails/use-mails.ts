"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";

type MailPage = inferOutput<ReturnType<typeof useTRPC>["mail"]["list"]>;

const pageSize = 50;

/** A mail passes several states within seconds, and no event tells of them. */
const askEvery = 5_000;

/** The mails that left, the latest first, page by page; read anew while somebody looks. */
export function useMails(text: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { ...(text !== "" && { text }), limit: pageSize };
  const query = useInfiniteQuery({
    queryKey: trpc.mail.list.infiniteQueryKey(input),
    initialPageParam: null as MailPage["nextCursor"],
    queryFn: ({ pageParam, signal }) =>
      client.mail.list.query({ ...input, cursor: pageParam }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: askEvery,
  });
  return {
    mails: query.data?.pages.flatMap(({ items }) => items),
    isBehind: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
