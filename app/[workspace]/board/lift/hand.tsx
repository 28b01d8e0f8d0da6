"use client";

import type { Ref } from "react";
import { useBoardFrame } from "../board-frame";
import { CardFace } from "../card/card-face";
import type { Lift } from "./lift";

/** Degrees that a card in hand is tilted. */
export const handTilt = 2;

type HandProps = {
  lift: Lift;
  /** How many cards are carried, with this one on top. */
  count: number;
  ref: Ref<HTMLDivElement>;
};

/** The card under the pointer. Where it is, the pointer says, without drawing anything anew. */
export function Hand({ lift, count, ref }: HandProps) {
  const { stageOf, memberName, moment } = useBoardFrame();
  const stage = stageOf(lift.card.stageId);
  if (!stage) return null;
  return (
    <div
      ref={ref}
      aria-hidden="true"
      // Esc puts the card back; it must not close the panel beside the board.
      data-layer=""
      className="pointer-events-none fixed top-0 left-0 z-50"
    >
      <CardFace
        card={lift.card}
        stage={stage}
        ownerName={memberName(lift.card.ownerId)}
        moment={moment}
        className="relative z-1 rotate-2 bg-raised shadow-hand"
      />
      {count > 1 && (
        <>
          <div className="absolute inset-0 translate-x-1.5 translate-y-1.5 -rotate-1 rounded-8 border border-hairline bg-raised shadow-card" />
          <span className="absolute -top-2.5 -right-2.5 z-2 grid h-6 min-w-6 place-items-center rounded-full bg-accent px-1.5 font-semibold text-12 text-on-accent tabular">
            {count}
          </span>
        </>
      )}
    </div>
  );
}
