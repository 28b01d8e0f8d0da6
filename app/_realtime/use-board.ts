"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { VisibleBoard } from "@/domain/board-visible";
import type { BoardChanges } from "./board-changes";
import type { BoardMutations } from "./board-mutations";
import { useLiveBoard } from "./board-provider";
import type { BoardView } from "./board-sync";
import type { Outbox, OutboxView } from "./outbox/outbox";

export type UseBoard = {
  /** Undefined until it was read for the first time. */
  board: VisibleBoard | undefined;
  connection: BoardView["connection"];
  mutations: BoardMutations;
  /** Loads the next cards of a column; several calls at once are one. Rejects when it cannot. */
  loadMore: (stageId: string) => Promise<void>;
  /** Why there is no board, for `errorCodeOf`; null while there is nothing to complain about. */
  error: unknown;
  retry: () => void;
};

/** The live board of the workspace, with this user's own writes shown at once. */
export function useBoard(): UseBoard {
  const { sync, mutations, error, retry } = useLiveBoard();
  const { board, connection } = useSyncExternalStore(sync.subscribe, sync.view, sync.view);
  return {
    board,
    connection,
    mutations,
    loadMore: sync.loadMore,
    error: board ? null : error,
    retry,
  };
}

/** What the server drew, also where its code comes when the line is there already. */
const atFirst = () => "connecting" as const;

/** Whether what others do arrives at once. For what must not be drawn anew with every card. */
export function useConnection(): BoardView["connection"] {
  const { sync } = useLiveBoard();
  return useSyncExternalStore(sync.subscribe, () => sync.view().connection, atFirst);
}

/** What waits on this device, and what came back and needs a decision. */
export function useOutbox(): OutboxView & { outbox: Outbox } {
  const { outbox } = useLiveBoard().mutations;
  return { ...useSyncExternalStore(outbox.subscribe, outbox.view, outbox.view), outbox };
}

/**
 * Calls back with what changed in the confirmed board, once a frame at most: to animate what others
 * did, or to read again what the board does not carry.
 */
export function useBoardChanges(onChanges: (changes: BoardChanges) => void): void {
  const { sync } = useLiveBoard();
  const listener = useEffectEvent(onChanges);
  useEffect(() => sync.onChanges((changes) => listener(changes)), [sync]);
}

/** Calls back when an opportunity, or what is documented about it, may have changed. */
export function useOpportunityChanges(
  opportunityId: string,
  onChange: (what: { opportunity: boolean; communications: boolean }) => void,
): void {
  useBoardChanges(({ everything, opportunityIds, communicationsOf }) => {
    const opportunity = everything || opportunityIds.has(opportunityId);
    const communications = everything || communicationsOf.has(opportunityId);
    if (opportunity || communications) onChange({ opportunity, communications });
  });
}
