"use client";

import { cx } from "@/app/_ui/cx";
import { useBoardFrame } from "../board-frame";
import { CardFace } from "../card/card-face";
import type { Lift } from "./lift";

/** Where the card in hand lands. One that the keys carry is drawn in it. */
export function LandingSlot({ lift, top }: { lift: Lift; top: number }) {
  return (
    <li
      aria-hidden="true"
      className={cx(
        "absolute inset-x-2 top-0 transition-transform duration-(--motion-fast)",
        lift.by === "keys" && "z-1",
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className="h-(--card-height) rounded-8 border border-accent border-dashed bg-accent-soft">
        {lift.by === "keys" && <Carried lift={lift} />}
      </div>
    </li>
  );
}

function Carried({ lift: { card } }: { lift: Lift }) {
  const { stageOf, memberName, moment } = useBoardFrame();
  const stage = stageOf(card.stageId);
  if (!stage) return null;
  return (
    <CardFace
      card={card}
      stage={stage}
      ownerName={memberName(card.ownerId)}
      moment={moment}
      className="-mx-px rotate-1 bg-raised shadow-hand ring-2 ring-ring"
    />
  );
}
