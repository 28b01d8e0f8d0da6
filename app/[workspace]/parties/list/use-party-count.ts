"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { type PartyFilter, partyQueryOf } from "@/domain/party-filter";
import { useWorkspace } from "../../workspace-context";

/** How many parties a filter shows: asked for unless all were read; undefined until it is known. */
export function usePartyCount(filter: PartyFilter, known: number | null) {
  const { memberId } = useWorkspace();
  const trpc = useTRPC();
  // The order makes no difference.
  const { condition } = partyQueryOf(filter, memberId);
  const query = { sort: "name" as const, isDescending: false, condition };
  const { data } = useQuery({
    ...trpc.partyList.count.queryOptions({ query }),
    enabled: known === null,
    placeholderData: keepPreviousData,
  });
  return known === null ? data : { count: known, isMore: false };
}
