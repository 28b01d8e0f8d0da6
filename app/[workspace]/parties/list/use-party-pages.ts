"use client";

import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { PartyQuery } from "@/domain/party-query";
import { useEventCallback } from "../../board/use-event-callback";
import { type PartyPage, type PartyRow, pageSize } from "./rows";

/** The first page, as the server read it while rendering. */
export type Rendered = { query: PartyQuery; page: PartyPage };

type Place = PartyPage["nextCursor"];

/** The rows of a query as far as they were read, and how to change them in place. */
export function usePartyPages(query: PartyQuery, rendered: Rendered | null) {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { query, limit: pageSize };
  const queryKey = trpc.partyList.page.infiniteQueryKey(input);
  const isRendered = rendered !== null && JSON.stringify(rendered.query) === JSON.stringify(query);
  const result = useInfiniteQuery({
    queryKey,
    initialPageParam: null as Place,
    queryFn: ({ pageParam, signal }) =>
      client.partyList.page.query({ ...input, cursor: pageParam }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Changes are heard and patched in; reading all pages again would only repeat them.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    placeholderData: keepPreviousData,
    ...(isRendered && { initialData: { pages: [rendered.page], pageParams: [null] } }),
  });
  const { data } = result;
  const rows = useMemo(() => uniqueRows(data?.pages ?? []), [data]);

  /** Puts another row in the place of each, or null to take it away. */
  const patch = useEventCallback((change: (row: PartyRow) => PartyRow | null) => {
    queryClient.setQueryData<InfiniteData<PartyPage, Place>>(
      queryKey,
      (before) =>
        before && {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            rows: page.rows.flatMap((row) => change(row) ?? []),
          })),
        },
    );
  });

  /** Reads from the top again; what is shown stays until it is there. */
  const restart = useEventCallback(() => {
    queryClient.setQueryData<InfiniteData<PartyPage, Place>>(
      queryKey,
      (before) =>
        before && { pages: before.pages.slice(0, 1), pageParams: before.pageParams.slice(0, 1) },
    );
    void result.refetch();
  });

  return { ...result, rows, frame: data?.pages[0]?.frame ?? null, patch, restart };
}

/** A row that moved while pages were read may be on two of them. */
function uniqueRows(pages: readonly PartyPage[]): readonly PartyRow[] {
  const seen = new Set<string>();
  return pages.flatMap((page) =>
    page.rows.filter(({ id }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew;
    }),
  );
}
