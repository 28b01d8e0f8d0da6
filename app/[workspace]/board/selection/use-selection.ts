"use client";

import { useState } from "react";
import { columnOf, type VisibleBoard } from "@/domain/board-visible";

type Selected = { readonly ids: ReadonlySet<string>; readonly anchorId: string | null };

const nothing: Selected = { ids: new Set(), anchorId: null };

export type Selection = {
  /** Cards of this board only: what left it is not selected any more. */
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** From the card that was selected last to this one, within a column; else this one alone. */
  extendTo(id: string): void;
  clear(): void;
};

/** Several cards, to be moved together. */
export function useSelection(board: VisibleBoard): Selection {
  const [selected, setSelected] = useState(nothing);
  const ids = new Set([...selected.ids].filter((id) => board.cardOf(id)));

  return {
    ids,
    toggle(id) {
      const others = new Set(ids);
      if (!others.delete(id)) others.add(id);
      setSelected({ ids: others, anchorId: id });
    },
    extendTo(id) {
      const card = board.cardOf(id);
      const column = card && columnOf(board, card);
      const from = column?.ids.indexOf(selected.anchorId ?? "") ?? -1;
      const to = column?.ids.indexOf(id) ?? -1;
      const between = column?.ids.slice(Math.min(from, to), Math.max(from, to) + 1) ?? [];
      const added = from === -1 ? [id] : between;
      setSelected({ ids: new Set([...ids, ...added]), anchorId: id });
    },
    clear: () => setSelected(nothing),
  };
}

/** The selected cards as they stand: column by column, from top to bottom. */
export function inBoardOrder(board: VisibleBoard, ids: ReadonlySet<string>): string[] {
  return board.columns.flatMap((column) => column.ids.filter((id) => ids.has(id)));
}
