"use client";

import type { Ref } from "react";
import { useBoardFrame } from "../board-frame";
import { CardFace } from "../card/card-face";
import type { Lift } from "./lift";

/** Degrees that a card in hand is tilted. */
export const handTilt = 2;

/** The card under the pointer. Where it is, the pointer says, without drawing anything anew. */
export function Hand({ lift, ref }: { lift: Lift; ref: Ref<HTMLDivElement> }) {
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
        className="rotate-2 bg-raised shadow-hand"
      />
    </div>
  );
}
