import { reweigh } from "@/domain/board-figures";
import { columnKeyOf } from "@/domain/board-grouping";
import type { VisibleBoard, VisibleColumn } from "@/domain/board-visible";

/**
 * The board without some cards, in its columns and in its sums: they are about to be removed, and
 * can still be brought back. Panels find them by `cardOf`.
 */
export function hideCards(board: VisibleBoard, hidden: ReadonlySet<string>): VisibleBoard {
  if (hidden.size === 0) return board;
  const columns = board.columns.map((column): VisibleColumn => {
    const { key } = column;
    const gone = [...hidden].flatMap((id) => {
      const card = board.cardOf(id);
      return card && columnKeyOf(card, board) === key ? [card] : [];
    });
    if (gone.length === 0) return column;
    const figures = gone.reduce((sums, card) => reweigh(sums, card, null, board), {
      [key]: column.figures,
    });
    return {
      ...column,
      ids: column.ids.filter((id) => !hidden.has(id)),
      count: column.count - gone.length,
      figures: figures[key] ?? {},
    };
  });
  return { ...board, columns };
}
