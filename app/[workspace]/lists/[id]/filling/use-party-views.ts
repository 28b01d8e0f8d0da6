"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { partyQueryOf, readPartyFilter } from "@/domain/party-filter";
import type { PartyQuery } from "@/domain/party-query";
import { useWorkspace } from "../../../workspace-context";

export type PartyView = { id: string; name: string; isOwn: boolean; query: PartyQuery };

/** The saved views of the contacts that the reader may choose; "mine" in one is what is theirs. */
export function usePartyViews() {
  const trpc = useTRPC();
  const { memberId } = useWorkspace();
  const { data, error } = useQuery(trpc.savedView.list.queryOptions());
  const views = data
    ?.filter(({ kind }) => kind === "parties")
    .map(({ id, name, ownerId, parameters }): PartyView => {
      const filter = readPartyFilter(new URLSearchParams(parameters));
      return { id, name, isOwn: ownerId === memberId, query: partyQueryOf(filter, memberId) };
    });
  return { views, error };
}
