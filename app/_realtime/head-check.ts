import type { Heads } from "@/domain/board-answers";
import type { BoardStore } from "./board-sync";
import type { Clock } from "./clock";
import type { BoardSource } from "./reader";

const interval = 45_000;
/** An event may just be on its way: only what is still missing after this was lost. */
const patience = 250;

export type HeadCheckOptions = {
  source: Pick<BoardSource, "heads">;
  store: BoardStore;
  clock: Clock;
  onBehind(): void;
  /** The user's topics are others now: somebody gave or took visibility. */
  onOtherTopics(): void;
  onError(error: unknown): void;
};

/**
 * Compares the board's numbers with the database's now and then: it finds events that were lost
 * without a later one to show the gap. Returns how to stop.
 */
export function startHeadCheck(options: HeadCheckOptions): () => void {
  const { source, store, clock } = options;
  let isStopped = false;
  let cancel = () => {};

  function later(): void {
    cancel = clock.after(interval * (0.8 + 0.4 * clock.random()), () => void check());
  }

  async function check(): Promise<void> {
    try {
      compare(await source.heads());
    } catch (error) {
      if (!isStopped) options.onError(error);
    }
    if (!isStopped) later();
  }

  function compare(heads: Heads): void {
    const held = store.get()?.heads;
    if (isStopped || !held) return;
    const topics = Object.keys(heads);
    const isOther =
      topics.length !== Object.keys(held).length ||
      topics.some((topic) => held[topic] === undefined);
    if (isOther) {
      options.onOtherTopics();
      return;
    }
    const isBehind = () =>
      topics.some((topic) => (store.get()?.heads[topic] ?? 0) < (heads[topic] ?? 0));
    if (!isBehind()) return;
    clock.after(patience, () => {
      if (!isStopped && isBehind()) options.onBehind();
    });
  }

  later();
  return () => {
    isStopped = true;
    cancel();
  };
}
