import { emptyImport, type ImportState } from "./import-state";

/** The state of one import and those who look at it. */
export type ImportStore = ReturnType<typeof createImportStore>;

export function createImportStore() {
  const listeners = new Set<() => void>();
  let state: ImportState = emptyImport;
  return {
    get: () => state,
    publish(change: Partial<ImportState>): void {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isWatched: () => listeners.size > 0,
  };
}
