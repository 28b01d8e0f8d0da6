"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useWorkspace } from "../workspace-context";
import { isInView, type LeadView, listInput } from "./lead-views";

type Router = ReturnType<typeof useTRPC>;
export type LeadPage = inferOutput<Router["lead"]["list"]>;
export type Lead = LeadPage["items"][number];
type Counts = inferOutput<Router["lead"]["counts"]>;

/** What the page was rendered with; null where that failed. */
export type RenderedLeads = { view: LeadView; page: LeadPage | null; counts: Counts | null };

/** The leads of a view, newest first, page by page. */
export function useLeads(view: LeadView, rendered: RenderedLeads) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { memberId } = useWorkspace();
  const input = listInput(view, memberId);
  const first = rendered.view === view ? rendered.page : null;
  // Asked by hand: tRPC's own options add a direction of paging, which the router does not know.
  const query = useInfiniteQuery({
    queryKey: trpc.lead.list.infiniteQueryKey(input),
    initialPageParam: null as LeadPage["nextCursor"],
    queryFn: ({ pageParam, signal }) =>
      client.lead.list.query({ ...input, cursor: pageParam }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
  });
  const leads = query.data?.pages.flatMap(({ items }) => items);
  return {
    leads: leads?.filter((lead) => isInView(lead, view, memberId)),
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

/** How many leads wait where. */
export function useLeadCounts(rendered: RenderedLeads): Counts | undefined {
  const trpc = useTRPC();
  const options = trpc.lead.counts.queryOptions();
  return useQuery(rendered.counts ? { ...options, initialData: rendered.counts } : options).data;
}
