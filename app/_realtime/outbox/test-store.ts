import type { OutboxEntry } from "./entry";
import type { OutboxStore } from "./store";

/** A store in memory for so many; `left` is what an earlier page left on the device. */
export function createTestStore(left: readonly OutboxEntry[] = [], room = 1000) {
  const kept = new Map<string, OutboxEntry>();
  const store: OutboxStore = {
    put(entry) {
      if (kept.size < room) kept.set(entry.input.mutationId, entry);
      return kept.has(entry.input.mutationId);
    },
    remove: (mutationId) => void kept.delete(mutationId),
    discard() {},
    adopt(onAdopted) {
      for (const entry of left) store.put(entry);
      if (left.length > 0) onAdopted([...left], []);
      return () => {};
    },
  };
  return { ...store, kept: () => [...kept.values()] };
}
