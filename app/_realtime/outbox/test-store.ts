import type { OutboxEntry } from "./entry";
import type { OutboxStore } from "./store";

/** A store in memory; `left` is what an earlier page left on the device. */
export function createTestStore(left: readonly OutboxEntry[] = []) {
  const kept = new Map<string, OutboxEntry>();
  const store: OutboxStore = {
    put: (entry) => void kept.set(entry.input.mutationId, entry),
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
