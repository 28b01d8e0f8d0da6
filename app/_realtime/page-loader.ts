import { applyPage, type BoardState } from "@/domain/board-state";
import type { BoardStore } from "./board-sync";
import { type BoardSource, nextPageSize } from "./reader";

export type PageLoaderOptions = {
  source: Pick<BoardSource, "page">;
  store: BoardStore;
  confirm(state: BoardState): void;
  /** The page was read with other topics than the board. */
  onOtherTopics(): void;
  /** Changes when the board was closed: pages on their way are then for nobody. */
  run(): number;
};

const mostAttempts = 3;

/** Loads the next page of a column; several calls at once are one. */
export function createPageLoader(options: PageLoaderOptions): (column: string) => Promise<void> {
  const { source, store } = options;
  const inFlight = new Map<string, Promise<void>>();

  async function load(column: string): Promise<void> {
    const started = options.run();
    // A page from before a catch-up is refused; the next one is younger.
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const asked = store.get();
      const after = asked?.columns[column]?.loadedTo;
      if (asked === undefined || after === null || after === undefined) return;
      const request = { column, after, pageSize: nextPageSize, query: asked.query };
      const page = await source.page(request);
      const state = store.get();
      if (started !== options.run() || state?.query !== request.query) return;
      const { state: next, misfit } = applyPage(state, request, page);
      if (!misfit) return options.confirm(next);
      if (misfit === "reopen") return options.onOtherTopics();
    }
  }

  return (column) => {
    const known = inFlight.get(column);
    if (known) return known;
    const page = load(column).finally(() => inFlight.delete(column));
    inFlight.set(column, page);
    return page;
  };
}
