"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useOpportunityChanges } from "@/app/_realtime/use-board";
import { errorCodeOf } from "@/app/_trpc/error-code";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { Card } from "@/domain/board-card";

/**
 * Everything the panel shows of an opportunity: as it was read, under what the live board knows
 * better. `card` is the one on the board, where it is loaded.
 */
export function useOpportunity(id: string, card: Card | undefined) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: read, error, refetch } = useQuery(trpc.opportunity.byId.queryOptions({ id }));
  // What was read before it was deleted or taken out of sight is not theirs to see any more.
  const isGone = error !== null && errorCodeOf(error) === "opportunity_not_found";
  const data = isGone ? undefined : read;

  useOpportunityChanges(id, ({ opportunity, communications }) => {
    if (opportunity) {
      void queryClient.invalidateQueries(trpc.opportunity.byId.queryFilter({ id }));
      void queryClient.invalidateQueries(trpc.opportunity.history.pathFilter());
      void queryClient.invalidateQueries(trpc.opportunity.people.queryFilter({ id }));
    }
    if (communications) void queryClient.invalidateQueries(trpc.communication.list.pathFilter());
  });

  const opportunity = data && card && card.version >= data.version ? { ...data, ...card } : data;
  return { opportunity, error, retry: () => void refetch() };
}

export type Opportunity = NonNullable<ReturnType<typeof useOpportunity>["opportunity"]>;
