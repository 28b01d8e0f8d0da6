import type { BoardAnswer, BoardPage, CatchUpAnswer, Heads } from "@/domain/board-answers";
import { loadedIds } from "@/domain/board-column";
import { applyPage, type BoardState, openBoard } from "@/domain/board-state";

type PageRequest = { stageId: string; afterRank: string; pageSize: number };

/** How a board is read from the database. */
export type BoardSource = {
  open(pageSize: number): Promise<BoardAnswer>;
  page(request: PageRequest): Promise<BoardPage>;
  heads(): Promise<Heads>;
  catchUp(cursors: Heads): Promise<CatchUpAnswer>;
};

/** Cards of a column in the first sight of a board, and in each further page. */
export const firstPageSize = 30;
export const nextPageSize = 100;

/** A column scrolled further than this starts again nearer to its top. */
const deepestRefill = 1000;

/** Opens the board anew, as deep as it was: whoever has scrolled down stays where they are. */
export async function reopen(source: BoardSource, held: BoardState | undefined) {
  let state = openBoard(await source.open(firstPageSize), firstPageSize);
  if (!held) return state;
  for (const stageId of Object.keys(state.columns)) {
    const wanted = Math.min(countLoaded(held, stageId), deepestRefill);
    let column = state.columns[stageId];
    while (column && column.loadedTo !== null && column.ids.length < wanted) {
      const request = { stageId, afterRank: column.loadedTo, pageSize: nextPageSize };
      const { state: next, misfit } = applyPage(state, request, await source.page(request));
      // Visibility changed between two reads; the next round of the sync loop opens anew.
      if (misfit || next.columns[stageId] === column) break;
      state = next;
      column = state.columns[stageId];
    }
  }
  return state;
}

function countLoaded(state: BoardState, stageId: string): number {
  const column = state.columns[stageId];
  return column ? loadedIds(column, (id) => state.cards.get(id)).length : 0;
}
