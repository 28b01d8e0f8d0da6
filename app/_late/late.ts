"use client";

import { useEffect, useSyncExternalStore } from "react";
import { fetchCode } from "./fetch-code";
import { quietMoment } from "./quiet-moment";

/** Code that a page does without until it is at rest. */
export type Late<Module> = {
  /** Null until it is here. */
  current(): Module | null;
  /** Calls back when it is here. */
  subscribe(listener: () => void): () => void;
  /** Fetches it when the browser has nothing better to do; waits for the line where there is none. */
  fetchWhenQuiet(): void;
  /**
   * For what cannot wait for a quiet moment.
   * @throws when the server has no such code any more, as after an update
   */
  fetchNow(): Promise<Module>;
};

const nothing = () => null;

/**
 * What nobody needs to begin: `late(() => import("./extras"))`. Unlike `lazy`, it is fetched without
 * being asked for, and what is drawn with it is absent until then instead of pending.
 */
export function late<Module>(fetchModule: () => Promise<Module>): Late<Module> {
  const listeners = new Set<() => void>();
  let module: Module | null = null;
  let fetching: Promise<Module> | null = null;
  let isWanted = false;

  async function fetchOnce(): Promise<Module> {
    try {
      module = await fetchCode(fetchModule);
    } catch (error) {
      fetching = null;
      throw error;
    }
    for (const listener of listeners) listener();
    return module;
  }

  function fetchNow(): Promise<Module> {
    fetching ??= fetchOnce();
    return fetching;
  }

  return {
    current: () => module,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    fetchNow,
    fetchWhenQuiet() {
      if (isWanted) return;
      isWanted = true;
      quietMoment()
        .then(fetchNow)
        .catch((error: unknown) => {
          // A newer build: what needs it stays away, and the page still works.
          console.warn("Code is missing.", error);
        });
    },
  };
}

/** The module once it is here; null until then, and on the server. Fetched soon after mounting. */
export function useLate<Module>(part: Late<Module>): Module | null {
  useEffect(() => part.fetchWhenQuiet(), [part]);
  return useSyncExternalStore(part.subscribe, part.current, nothing);
}
