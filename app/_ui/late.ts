"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Code that a page does without until it is at rest. */
export type Late<Module> = {
  /** Null until it is here. */
  current(): Module | null;
  /** Calls back when it is here. */
  subscribe(listener: () => void): () => void;
  /** Fetches it when the browser has nothing better to do; again after a while where that fails. */
  fetchWhenQuiet(): void;
};

/** Longest wait for a quiet moment, and wait before another attempt, ms. */
const patience = 2_000;
const nothing = () => null;

/**
 * What nobody needs to begin: `late(() => import("./extras"))`. Unlike `lazy`, it is fetched without
 * being asked for, and what is drawn with it is absent until then instead of pending.
 */
export function late<Module>(fetchModule: () => Promise<Module>): Late<Module> {
  const listeners = new Set<() => void>();
  let module: Module | null = null;
  let isWanted = false;

  async function fetchNow(): Promise<void> {
    try {
      module = await fetchModule();
      for (const listener of listeners) listener();
    } catch {
      // No line, or a newer build: whatever needs it stays away until it works.
      setTimeout(() => void fetchNow(), patience);
    }
  }

  return {
    current: () => module,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    fetchWhenQuiet() {
      if (isWanted) return;
      isWanted = true;
      whenQuiet(() => void fetchNow());
    },
  };
}

/** The module once it is here; null until then, and on the server. Fetched soon after mounting. */
export function useLate<Module>(part: Late<Module>): Module | null {
  useEffect(() => part.fetchWhenQuiet(), [part]);
  return useSyncExternalStore(part.subscribe, part.current, nothing);
}

function whenQuiet(run: () => void): void {
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: patience });
  else setTimeout(run, patience / 10);
}
