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
export function createPageLoader(options: PageLoaderOptions): (stageId: string) => Promise<void> {
  const { source, store } = options;
  const inFlight = new Map<string, Promise<void>>();

  async function load(stageId: string): Promise<void> {
    const started = options.run();
    // A page from before a catch-up is refused; the next one is younger.
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const afterRank = store.get()?.columns[stageId]?.loadedTo;
      if (afterRank === null || afterRank === undefined) return;
      const request = { stageId, afterRank, pageSize: nextPageSize };
      const page = await source.page(request);
      const state = store.get();
      if (started !== options.run() || !state) return;
      const { state: next, misfit } = applyPage(state, request, page);
      if (!misfit) return options.confirm(next);
      if (misfit === "reopen") return options.onOtherTopics();
    }
  }

  return (stageId) => {
    const known = inFlight.get(stageId);
    if (known) return known;
    const page = load(stageId).finally(() => inFlight.delete(stageId));
    inFlight.set(stageId, page);
    return page;
  };
}
