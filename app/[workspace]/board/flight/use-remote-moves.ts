"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { BoardChanges } from "@/app/_realtime/board-changes";
import { useBoardChanges } from "@/app/_realtime/use-board";
import type { Card } from "@/domain/board-card";
import { columnKeyOf } from "@/domain/board-grouping";
import { columnOf, type VisibleBoard } from "@/domain/board-visible";
import { useBoardFrame } from "../board-frame";
import { cardRect } from "../column/column-registry";
import { useEventCallback } from "../use-event-callback";
import type { Flight } from "./flight";

/** How long a card says who changed it, ms. */
const markTime = 2_500;

type Options = {
  board: VisibleBoard;
  launch: (flight: Flight) => void;
  handId: () => string | undefined;
};

/** Where a card stood when the news came, before the board was drawn anew. */
type Before = { card: Card; rect: DOMRect | null; mover: string | undefined };

/**
 * Shows what colleagues do while they do it: a card that changes its column flies there, and each
 * card they change wears their name for a moment. Returns the names by card.
 */
export function useRemoteMoves({ board, launch, handId }: Options): ReadonlyMap<string, string> {
  const { memberName } = useBoardFrame();
  const before = useRef(new Map<string, Before>());
  const [marks, setMarks] = useState<ReadonlyMap<string, string>>(new Map());
  const timers = useRef(new Map<string, number>());

  const note = useEventCallback(({ remoteOpportunityIds, moverOf }: BoardChanges) => {
    for (const id of remoteOpportunityIds) {
      const card = board.cardOf(id);
      if (!card || id === handId()) continue;
      const mover = memberName(moverOf.get(id) ?? null);
      before.current.set(id, { card, rect: cardRect(id), mover });
    }
  });
  useBoardChanges(note);

  const unmark = useEventCallback((id: string) => {
    timers.current.delete(id);
    setMarks((held) => new Map([...held].filter(([one]) => one !== id)));
  });

  useLayoutEffect(() => {
    if (before.current.size === 0) return;
    const changed = [...before.current];
    before.current.clear();
    const news: [id: string, mover: string][] = [];
    for (const [id, { card, rect, mover }] of changed) {
      const now = board.cardOf(id);
      if (now && rect && columnOf(board, now)?.key !== columnKeyOf(card, board)) {
        launch({ card: now, from: rect, tilt: 0, mover });
      }
      if (mover === undefined) continue;
      news.push([id, mover]);
      clearTimeout(timers.current.get(id));
      timers.current.set(id, window.setTimeout(unmark, markTime, id));
    }
    if (news.length > 0) setMarks((held) => new Map([...held, ...news]));
  }, [board, launch, unmark]);

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
    };
  }, []);

  return marks;
}
