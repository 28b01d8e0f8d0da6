import { weightOf } from "@/domain/board-card";
import { reweigh } from "@/domain/board-figures";
import type { VisibleBoard, VisibleColumn } from "@/domain/board-visible";

/**
 * The board without some cards, in its columns and in its sums: they are about to be removed, and
 * can still be brought back. Panels find them by `cardOf`.
 */
export function hideCards(board: VisibleBoard, hidden: ReadonlySet<string>): VisibleBoard {
  if (hidden.size === 0) return board;
  const probabilityOf = (id: string) => board.stages.find((stage) => stage.id === id)?.probability;
  const columns = board.columns.map((column): VisibleColumn => {
    const gone = [...hidden].flatMap((id) => {
      const card = board.cardOf(id);
      return card?.stageId === column.stageId ? [card] : [];
    });
    if (gone.length === 0) return column;
    const { stageId } = column;
    const figures = gone.reduce(
      (sums, card) => reweigh(sums, weightOf(card), null, probabilityOf),
      { [stageId]: column.figures },
    );
    return {
      ...column,
      ids: column.ids.filter((id) => !hidden.has(id)),
      count: column.count - gone.length,
      figures: figures[stageId] ?? {},
    };
  });
  return { ...board, columns };
}
