"use client";

import { useSyncExternalStore } from "react";
import type { RunState, RunStore } from "./run-store";

const nothing = () => null;

/** How far the work of a store is; nothing on the server, which keeps none of anybody. */
export function useRunStore<T extends { stand: unknown }>(store: RunStore<T>): RunState<T> | null {
  return useSyncExternalStore(store.subscribe, store.get, nothing);
}

/** One store a key, as long as the page's scripts live. A server makes a new one each time. */
export function storesBy<T extends { stand: unknown }>(create: (key: string) => RunStore<T>) {
  const stores = new Map<string, RunStore<T>>();
  return (key: string): RunStore<T> => {
    const store = stores.get(key) ?? create(key);
    if (typeof window !== "undefined") stores.set(key, store);
    return store;
  };
}
