"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import { columnOf, type VisibleBoard } from "@/domain/board-visible";
import { useBoardActions } from "../board-actions";
import { useBoardFrame } from "../board-frame";
import { useColumnTitle } from "../column/column-title";
import type { Lift } from "./lift";
import { isSameSlot, neighboursOf, type Slot, without } from "./slot";

export type LiftControl = {
  readonly lift: Lift | null;
  /** The lift of this moment, for what happens between two renderings. */
  readonly current: () => Lift | null;
  take(id: string, by: Lift["by"]): boolean;
  hover(slot: Slot | null): void;
  /** Drops the card where it is; returns whether that is another place than before. */
  put(): boolean;
  cancel(): void;
};

/** One card in hand at a time, by pointer or by keys; says what happens to whoever cannot see it. */
export function useLift(board: VisibleBoard, selectedIds: ReadonlySet<string>): LiftControl {
  const [lift, setLift] = useState<Lift | null>(null);
  const latest = useRef<Lift | null>(null);
  const say = useLiftWords(board, selectedIds);
  const { drop } = useBoardActions();
  const { canEdit } = useBoardFrame();

  function change(next: Lift | null) {
    latest.current = next;
    setLift(next);
  }

  return {
    lift,
    current: () => latest.current,
    take(id, by) {
      const card = board.cardOf(id);
      const column = card && columnOf(board, card);
      if (!card || !column || !canEdit || latest.current) return false;
      const from = { column: column.key, index: Math.max(0, column.ids.indexOf(id)) };
      const held: Lift = { card, by, from, over: from };
      change(held);
      say("lifted", held, from);
      return true;
    },
    hover(slot) {
      const held = latest.current;
      if (!held || isSameSlot(held.over, slot)) return;
      change({ ...held, over: slot });
      if (slot && held.by === "keys") say("over", held, slot);
    },
    put() {
      const held = latest.current;
      change(null);
      if (!held) return false;
      const { over, from, card } = held;
      if (over?.isZone) {
        drop(card.id, { column: over.column, afterId: null, beforeId: null, isZone: true });
        say("dropped", held, over);
        return true;
      }
      const column = board.columns.find(({ key }) => key === over?.column);
      if (!over || !column || isSameSlot(over, from)) {
        say("returned", held, from);
        return false;
      }
      const ids = without(column.ids, card.id);
      drop(card.id, { column: over.column, ...neighboursOf(ids, over.index) });
      say("dropped", held, over);
      return true;
    },
    cancel() {
      const held = latest.current;
      if (!held) return;
      change(null);
      say("returned", held, held.from);
    },
  };
}

type Happening = "lifted" | "over" | "dropped" | "returned";

function useLiftWords(board: VisibleBoard, selectedIds: ReadonlySet<string>) {
  const t = useTranslations("board.lift");
  const labelOf = useColumnTitle(board.query.group);
  const { stageOf } = useBoardFrame();
  return (what: Happening, { card, from }: Lift, { column: key, index, isZone }: Slot) => {
    const column = board.columns.find((one) => one.key === key);
    // A zone is a stage's also where the columns are something else.
    const stage = isZone ? (stageOf(key)?.name ?? "") : labelOf(key);
    // Where it comes to from elsewhere, it is one more.
    const count = (column?.count ?? 0) + (key === from.column ? 0 : 1);
    const others = selectedIds.has(card.id) ? selectedIds.size - 1 : 0;
    const name = others > 0 ? t("several", { name: card.name, count: others }) : card.name;
    const values = { name, stage, place: index + 1, count };
    announce(t(what, values));
  };
}
