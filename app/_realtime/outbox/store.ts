import { fetchCode } from "@/app/_late/fetch-code";
import { quietMoment } from "@/app/_late/quiet-moment";
import type { OutboxEntry } from "./entry";
import { keptKeys, outboxPrefix } from "./keys";

type Unreadable = { key: string; text: string };

export type OutboxStore = {
  /** Keeps an entry, or its newer form. False when the browser has no room or does not let us. */
  put(entry: OutboxEntry): boolean;
  remove(mutationId: string): void;
  /** What is kept but cannot be sent. */
  discard(key: string): void;
  /** Calls back with what pages of this member left behind; ends with the returned function. */
  adopt(onAdopted: (entries: OutboxEntry[], unreadable: Unreadable[]) => void): () => void;
};

type StoreOptions = { workspaceId: string; memberId: string; pageId: string };

/*
 * In localStorage, because it is written when the call returns: nothing is sent that is not kept.
 * Each entry has a key of its own, "spur-outbox:workspace:member:page:mutation", so that pages never
 * overwrite each other's. A page holds a lock with its name as long as it lives; whoever gets the
 * lock of another page may take over what that one left. Where there are no locks (plain http) two
 * pages may send the same entry, which the database does once.
 */
export function createOutboxStore({ workspaceId, memberId, pageId }: StoreOptions): OutboxStore {
  const prefix = outboxPrefix({ workspaceId, memberId });
  const pageOf = (key: string) => key.slice(prefix.length).split(":")[0] ?? "";
  /** Where entries lie that came from another page and found no room under a key of this one. */
  const elsewhere = new Map<string, string>();
  const keysOf = (page: string) => keptKeys().filter((key) => key.startsWith(`${prefix}${page}:`));

  function keyOf(mutationId: string): string {
    return elsewhere.get(mutationId) ?? `${prefix}${pageId}:${mutationId}`;
  }

  function put(entry: OutboxEntry): boolean {
    const isKept = attempt(() => {
      localStorage.setItem(keyOf(entry.input.mutationId), JSON.stringify(entry));
      return true;
    });
    return isKept ?? false;
  }

  function remove(key: string): void {
    attempt(() => localStorage.removeItem(key));
  }

  /** Moves an entry to a key of this page; where there is no room for two, it stays where it is. */
  function take(entry: OutboxEntry, key: string): void {
    if (put(entry)) remove(key);
    else elsewhere.set(entry.input.mutationId, key);
  }

  function takeOver(page: string, readEntry: (text: string) => OutboxEntry | null) {
    const entries: OutboxEntry[] = [];
    const unreadable: Unreadable[] = [];
    for (const key of keysOf(page)) {
      const text = attempt(() => localStorage.getItem(key));
      if (text === null) continue;
      const entry = readEntry(text);
      if (!entry) {
        unreadable.push({ key, text });
        continue;
      }
      take(entry, key);
      entries.push(entry);
    }
    return { entries: entries.sort((a, b) => a.at - b.at), unreadable };
  }

  return {
    put,
    remove: (mutationId) => remove(keyOf(mutationId)),
    discard: remove,
    adopt(onAdopted) {
      const ending = new AbortController();
      const { signal } = ending;
      const known = new Set([pageId]);
      // Ahead, because it cannot be fetched any more when it is needed without a line.
      const reader = quietMoment()
        .then(() => fetchCode(() => import("./read-entry")))
        .catch((error: unknown) => {
          console.warn("What waits to be sent cannot be read.", error);
          return null;
        });

      async function follow(page: string): Promise<void> {
        if (known.has(page)) return;
        known.add(page);
        await withLock(`${prefix}${page}`, signal, async () => {
          const reading = await reader;
          // A page that closed meanwhile leaves them to the next one.
          if (!reading || signal.aborted) return;
          const { entries, unreadable } = takeOver(page, reading.readEntry);
          if (entries.length + unreadable.length === 0) return;
          onAdopted(entries, unreadable);
          // Another page may not see for a moment that they are gone: its turn comes after this one.
          await ended(signal);
        });
        // Its name is free: what should still be written under it is taken over anew.
        known.delete(page);
      }

      const lookAround = () => {
        for (const key of keptKeys()) if (key.startsWith(prefix)) void follow(pageOf(key));
      };
      const onStorage = ({ key }: StorageEvent) => {
        if (key?.startsWith(prefix)) lookAround();
      };
      void withLock(`${prefix}${pageId}`, signal, () => ended(signal));
      lookAround();
      window.addEventListener("storage", onStorage);
      return () => {
        ending.abort();
        window.removeEventListener("storage", onStorage);
      };
    },
  };
}

/** Where a browser keeps nothing, as in some private windows, writes are sent all the same. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    console.warn("The browser does not keep what waits to be sent.", error);
    return null;
  }
}

async function withLock(
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  if (!("locks" in navigator)) return work();
  try {
    await navigator.locks.request(name, { signal }, work);
  } catch (error) {
    // What was left stays on the device for the next page.
    if (!signal.aborted) console.warn("What waits to be sent was not taken over.", error);
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
