import type { BoardAnswer, BoardPage, CatchUpAnswer, Heads } from "@/domain/board-answers";
import { loadedIds } from "@/domain/board-column";
import { placeIn } from "@/domain/board-grouping";
import { type BoardQuery, isSameQuery } from "@/domain/board-query";
import { applyPage, type BoardState, openBoard } from "@/domain/board-state";

type PageRequest = { column: string; after: string; pageSize: number; query: BoardQuery };

/** How a board is read from the database. */
export type BoardSource = {
  open(request: { pageSize: number; query: BoardQuery }): Promise<BoardAnswer>;
  page(request: PageRequest): Promise<BoardPage>;
  heads(): Promise<Heads>;
  catchUp(request: { cursors: Heads; query: BoardQuery }): Promise<CatchUpAnswer>;
};

/** Cards of a column in the first sight of a board, and in each further page. */
export const firstPageSize = 30;
export const nextPageSize = 100;

/** A column scrolled further than this starts again nearer to its top. */
const deepestRefill = 1000;

/** Opens the board anew, as deep as it was: whoever has scrolled down stays where they are. */
export async function reopen(
  source: BoardSource,
  query: BoardQuery,
  held: BoardState | undefined,
): Promise<BoardState> {
  const answer = await source.open({ pageSize: firstPageSize, query });
  let state = openBoard(answer, firstPageSize, query);
  if (!held || !isSameQuery(held.query, query)) return state;
  for (const key of Object.keys(state.columns)) {
    const wanted = Math.min(countLoaded(held, key), deepestRefill);
    let column = state.columns[key];
    while (column && column.loadedTo !== null && column.ids.length < wanted) {
      const request = { column: key, after: column.loadedTo, pageSize: nextPageSize, query };
      const { state: next, misfit } = applyPage(state, request, await source.page(request));
      // Visibility changed between two reads; the next round of the sync loop opens anew.
      if (misfit || next.columns[key] === column) break;
      state = next;
      column = state.columns[key];
    }
  }
  return state;
}

function countLoaded(state: BoardState, key: string): number {
  const column = state.columns[key];
  if (!column) return 0;
  const placeOf = (id: string) => {
    const card = state.cards.get(id);
    return card && placeIn(state.query.group, card);
  };
  return loadedIds(column, placeOf).length;
}
