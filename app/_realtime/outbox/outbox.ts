import type { Card } from "@/domain/board-card";
import type { Wish } from "@/domain/board-pending";
import type { FieldConflict } from "@/domain/field-conflict";
import type { SaveAnswer } from "@/domain/opportunity-answers";
import type { OpportunityPatch } from "@/domain/opportunity-input";
import type { BoardSync } from "../board-sync";
import type { Clock } from "../clock";
import { type EditEntry, idsOf, type OutboxEntry } from "./entry";
import { createSendLine, type SendLineOptions } from "./send-line";
import type { OutboxStore } from "./store";

/** Something that waited, was sent, and was not written: it is kept until its author decides. */
export type Unsettled =
  | {
      kind: "conflict";
      id: string;
      entry: EditEntry;
      version: number;
      fields: Record<string, FieldConflict>;
    }
  | { kind: "refused"; id: string; entry: OutboxEntry; error: unknown }
  | { kind: "unreadable"; id: string; text: string };

/** What the server makes of an entry; of several cards those that are still in sight. */
export type Sent = SaveAnswer | { status: "moved"; cards: readonly Card[] };

/** "kept": it had to wait and is among the unsettled now, where its author is asked. */
export type Delivered = Sent | { status: "kept" };

export type OutboxView = {
  readonly waiting: number;
  readonly unsettled: readonly Unsettled[];
  /** False while something is in the memory of this page only, and is lost with it. */
  readonly isKept: boolean;
};

export type OutboxOptions = Omit<SendLineOptions, "onAway" | "onChange"> & {
  sync: Pick<BoardSync, "begin" | "succeed" | "succeedMany" | "fail" | "refresh">;
  store: OutboxStore;
  clock: Clock;
  newId(): string;
  /** Sends one entry. A conflict is an answer: nothing was written. */
  dispatch(entry: OutboxEntry): Promise<Sent>;
  /** What is shown of it, by opportunity. */
  wishesOf(entry: OutboxEntry): ReadonlyMap<string, Wish>;
};

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * Keeps every write on the device before it is sent and until it is answered. While the server is
 * away the writes wait and stay on the screen, also over a reload.
 */
export function createOutbox(options: OutboxOptions) {
  const { sync, store, clock, newId } = options;
  const listeners = new Set<() => void>();
  /** The last write of each card: the next one waits for it, because it builds on its version. */
  const queues = new Map<string, Promise<unknown>>();
  /** What is on its way or waits, by mutation id. */
  const held = new Map<string, OutboxEntry>();
  /** What the browser did not keep, by mutation id. */
  const unkept = new Set<string>();
  let unsettled: readonly Unsettled[] = [];
  let view: OutboxView | null = null;
  let lastAt = 0;
  // Reading tells whether the server is away or the session is over, and shows it.
  const line = createSendLine({ ...options, onAway: sync.refresh, onChange: changed });

  function changed(): void {
    view = null;
    for (const listener of listeners) listener();
  }

  function keep(entry: OutboxEntry): void {
    if (store.put(entry)) unkept.delete(entry.input.mutationId);
    else unkept.add(entry.input.mutationId);
  }

  function letGo(mutationId: string): void {
    store.remove(mutationId);
    unkept.delete(mutationId);
  }

  function keepUnsettled(one: Unsettled): void {
    unsettled = [...unsettled.filter(({ id }) => id !== one.id), one];
    changed();
  }

  async function run(entry: OutboxEntry, hasWaited = false): Promise<Delivered> {
    const { mutationId } = entry.input;
    const ids = idsOf(entry);
    for (const [id, wish] of options.wishesOf(entry)) sync.begin(mutationId, id, wish);
    keep(entry);
    held.set(mutationId, entry);
    line.enter(mutationId, hasWaited);
    const send = () => line.persist(mutationId, () => options.dispatch(heldOr(entry)));
    const turn = Promise.allSettled(ids.map((id) => queues.get(id))).then(send);
    for (const id of ids) queues.set(id, turn);
    try {
      return await settle(entry, await turn);
    } catch (error) {
      sync.fail(mutationId);
      // It may have been written although no answer came, or the board knows less than what refused.
      sync.refresh();
      if (!line.hasWaited(mutationId)) {
        letGo(mutationId);
        throw error;
      }
      keepUnsettled({ kind: "refused", id: mutationId, entry, error });
      return { status: "kept" };
    } finally {
      held.delete(mutationId);
      for (const id of ids) if (queues.get(id) === turn) queues.delete(id);
      line.leave(mutationId);
    }
  }

  function heldOr(entry: OutboxEntry): OutboxEntry {
    return held.get(entry.input.mutationId) ?? entry;
  }

  function settle(entry: OutboxEntry, answer: Sent): Delivered {
    const { mutationId } = entry.input;
    if (answer.status === "saved") {
      letGo(mutationId);
      sync.succeed(mutationId, answer.card);
      return answer;
    }
    if (answer.status === "moved") {
      letGo(mutationId);
      sync.succeedMany(mutationId, answer.cards);
      return answer;
    }
    sync.fail(mutationId);
    if (!line.hasWaited(mutationId) || entry.kind !== "edit") {
      letGo(mutationId);
      return answer;
    }
    const { version, fields } = answer;
    keepUnsettled({ kind: "conflict", id: mutationId, entry, version, fields });
    return { status: "kept" };
  }

  function now(): number {
    lastAt = Math.max(lastAt + 1, clock.now());
    return lastAt;
  }

  function forget(one: Unsettled): void {
    if (one.kind === "unreadable") store.discard(one.id);
    else letGo(one.id);
    unsettled = unsettled.filter((other) => other !== one);
    changed();
  }

  return {
    run,
    now,
    /** Edits that wait follow a write of their own author, so that nobody conflicts with themselves. */
    rebase(id: string, from: number, to: number): void {
      for (const [mutationId, entry] of held) {
        if (entry.kind !== "edit" || entry.input.id !== id || entry.input.version !== from)
          continue;
        const next = { ...entry, input: { ...entry.input, version: to } };
        held.set(mutationId, next);
        keep(next);
      }
    },
    /** Takes over what this member left on the device. @returns how to end it */
    start(): () => void {
      line.start();
      const stopAdopting = store.adopt((entries, unreadable) => {
        if (entries.length > 0) line.goAway();
        for (const entry of entries) {
          // Where pages have no locks, another may have taken what this one is still sending.
          if (!held.has(entry.input.mutationId)) void run(entry, true);
        }
        for (const { key, text } of unreadable)
          keepUnsettled({ kind: "unreadable", id: key, text });
        line.wake();
      });
      return () => {
        line.stop();
        stopAdopting();
      };
    },
    wake: line.wake,
    /** Writes `patch` over what others wrote; null leaves theirs. */
    decide(one: Extract<Unsettled, { kind: "conflict" }>, patch: OpportunityPatch | null): void {
      const { entry, version } = one;
      if (patch) {
        const input = { ...entry.input, version, patch, mutationId: newId() };
        void run({ ...entry, at: now(), input }, true);
      }
      forget(one);
    },
    /** Sends once more what was refused. */
    retry(one: Extract<Unsettled, { kind: "refused" }>): void {
      void run(renewed(one.entry, now(), newId()), true);
      forget(one);
    },
    forget,
    view(): OutboxView {
      view ??= { waiting: line.waiting(), unsettled, isKept: unkept.size === 0 };
      return view;
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The same intention once more: under its old id the database would take it for a repetition. */
function renewed(entry: OutboxEntry, at: number, mutationId: string): OutboxEntry {
  switch (entry.kind) {
    case "create":
      return { ...entry, at, input: { ...entry.input, mutationId } };
    case "move":
      return { ...entry, at, input: { ...entry.input, mutationId } };
    case "moveMany":
      return { ...entry, at, input: { ...entry.input, mutationId } };
    case "edit":
      return { ...entry, at, input: { ...entry.input, mutationId } };
    case "remove":
      return { ...entry, at, input: { ...entry.input, mutationId } };
  }
}
