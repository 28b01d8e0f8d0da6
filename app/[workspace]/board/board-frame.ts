"use client";

import { createContext, useContext } from "react";
import type { BoardMember, BoardStage, BoardTeam } from "@/domain/board-answers";
import type { BoardQuery } from "@/domain/board-query";
import type { Membership } from "@/domain/session";
import type { Density } from "./arrangement/arrangement";
import type { Moment } from "./card/card-facts";

/** What every part of the board is drawn with; changes rarely, so that cards stay memoized. */
export type BoardFrame = {
  readonly membership: Membership;
  /** Whether this member may add, move and edit opportunities. */
  readonly canEdit: boolean;
  readonly moment: Moment;
  readonly density: Density;
  /** What the columns stand for, and which cards they show. */
  readonly query: BoardQuery;
  readonly stages: readonly BoardStage[];
  readonly members: readonly BoardMember[];
  readonly teams: readonly BoardTeam[];
  readonly stageOf: (id: string) => BoardStage | undefined;
  readonly memberName: (id: string | null) => string | undefined;
};

const Context = createContext<BoardFrame | null>(null);

export const BoardFrameProvider = Context.Provider;

export function useBoardFrame(): BoardFrame {
  const frame = useContext(Context);
  if (!frame) throw new Error("Only inside of a board.");
  return frame;
}
