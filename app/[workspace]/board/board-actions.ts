"use client";

import { createContext, useContext } from "react";

/** Where a card was put: a column, and its new neighbours where the order is people's own. */
export type Landing = {
  column: string;
  afterId: string | null;
  beforeId: string | null;
  /** On the zone of a stage: to its top, whatever the columns are. */
  isZone?: true;
};

/** What can be done to cards from anywhere on the board. Each explains itself with a toast. */
export type BoardActions = {
  /** Opens the panel of an opportunity. */
  open(id: string): void;
  /** Where a card was dropped; offers to undo a change of column. */
  drop(id: string, to: Landing): void;
  /** To the top of a stage, without dragging. */
  moveTo(id: string, stageId: string): void;
  /** Several to the top of a stage, in the order they are given. */
  moveAll(ids: readonly string[], stageId: string): void;
  /** Selects a card, or no longer. */
  select(id: string): void;
  /** Hides the card at once and removes it when the time to undo is over. */
  remove(id: string): void;
  /** Opens the form for a new opportunity on top of a column. */
  add(stageId: string): void;
  loadMore(column: string): void;
};

const Context = createContext<BoardActions | null>(null);

export const BoardActionsProvider = Context.Provider;

export function useBoardActions(): BoardActions {
  const actions = useContext(Context);
  if (!actions) throw new Error("Only inside of a board.");
  return actions;
}
