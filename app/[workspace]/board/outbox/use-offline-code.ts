"use client";

import { useEffect } from "react";
import { preloadPanel } from "../panel/opportunity-panel";
import { preloadQuickAdd } from "../quick-add/lazy-quick-add";

/** After the board is there and has become quiet, ms. */
const patience = 3_000;

/** Once there is no line, code cannot be fetched: what one works with then comes before. */
export function useOfflineCode(isLive: boolean): void {
  useEffect(() => {
    if (!isLive) return;
    const timer = setTimeout(() => {
      preloadPanel();
      preloadQuickAdd();
    }, patience);
    return () => clearTimeout(timer);
  }, [isLive]);
}
