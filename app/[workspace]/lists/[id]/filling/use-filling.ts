"use client";

import { newId } from "@/app/_realtime/new-id";
import { useTRPCClient } from "@/app/_trpc/client";
import type { PartyQuery } from "@/domain/party-query";
import { useWorkspace } from "../../../workspace-context";
import { noOutcomes, sumOutcomes } from "../../outcomes";
import { createRunStore, type RunStep } from "../running/run-store";
import { storesBy, useRunStore } from "../running/use-run-store";
import { type Fill, fillKey, keepFill, readFill } from "./saved-fill";

export type ChosenView = { name: string; query: PartyQuery; total: number | null };

const fillings = storesBy<Fill>((key) =>
  createRunStore(readFill(key), (fill) => keepFill(key, fill)),
);

/** Puts a saved view on a list, page by page, also while the member is on other pages. */
export function useFilling(listId: string) {
  const client = useTRPCClient();
  const { memberId } = useWorkspace();
  const filling = fillings(fillKey(memberId, listId));
  const state = useRunStore(filling);

  const step: RunStep<Fill> = async ({ query, stand }) => {
    const { cursor, mutationId, done, told, untold } = stand;
    const page = await client.subscription.addListed.mutate({ listId, query, cursor, mutationId });
    return {
      stand: {
        cursor: page.nextCursor,
        mutationId: newId(),
        done: done + page.size,
        told: page.outcomes ? sumOutcomes(told, page.outcomes) : told,
        untold: page.outcomes ? untold : untold + page.size,
      },
      isLast: page.nextCursor === null,
    };
  };

  return {
    state,
    start({ name, query, total }: ChosenView) {
      const stand = { cursor: null, mutationId: newId(), done: 0, untold: 0, told: noOutcomes };
      filling.start({ viewName: name, query, total, stand }, step);
    },
    resume: () => filling.resume(step),
    stop: () => filling.stop(),
    dismiss: () => filling.dismiss(),
  };
}
