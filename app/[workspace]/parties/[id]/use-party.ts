"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ShownPresence, useLiveTopics } from "@/app/_realtime/live/use-live-topics";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { BoardEvent } from "@/domain/board-events";

/** A party that keeps itself current: what others change of it, or of whom it is related to, is read again. */
export function useParty(id: string, shown: ShownPresence) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.party.byId.queryOptions({ id });
  const query = useQuery({ ...options, staleTime: 30_000 });

  function readAgain() {
    void queryClient.invalidateQueries({ queryKey: options.queryKey });
    void queryClient.invalidateQueries({ queryKey: trpc.party.history.infiniteQueryKey() });
    void queryClient.invalidateQueries(trpc.subscription.ofParty.queryFilter({ partyId: id }));
  }

  function isAbout(event: BoardEvent): boolean {
    const shown = query.data;
    if (!shown) return false;
    // Leads and tasks tell no more of themselves here than that they changed.
    if (event.entity === "other") return event.name === "lead" || event.name === "task";
    if (event.entity === "member") return true;
    // More changed than an event can name.
    if (event.changes === null) return true;
    if (event.entity === "party") {
      const ids = new Set([id, ...shown.relations.map(({ party }) => party.id)]);
      return event.changes.some((change) => ids.has(change.id));
    }
    if (event.entity === "communication") {
      const ids = new Set(shown.opportunities.map((one) => one.id));
      return event.changes.some((change) => ids.has(change.opportunityId));
    }
    if (event.entity !== "opportunity") return false;
    return event.changes.some((change) =>
      [change.before, "card" in change ? change.card : null].some(
        (card) => card?.customerId === id || card?.contactId === id,
      ),
    );
  }

  const connection = useLiveTopics(
    {
      seen: query.data?.heads,
      onEvent(event) {
        if (isAbout(event)) readAgain();
      },
      onMissed: readAgain,
    },
    shown,
  );
  return { query, connection };
}
