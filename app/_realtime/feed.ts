import type { BoardEvent } from "@/domain/board-events";
import type { Presence } from "@/domain/presence";
import { backoff, type Clock } from "./clock";

export type FeedHandlers = {
  /** Null: something came that cannot be read. */
  onChange(topic: string, event: BoardEvent | null): void;
  /** What people show on the topic changed; `read` gives all of it. */
  onPresence?(topic: string, read: () => Presence[]): void;
  /** Receiving from now on; what happened before must be caught up. */
  onJoined(topic: string): void;
  onLost(topic: string): void;
  /** This user may not see the topic (any more). */
  onRefused(topic: string): void;
  onSignedOut(): void;
};

/** Keeps channels open for a set of topics, with a token that does not expire. */
export type Feed = {
  /** Joins and leaves so that exactly these topics are listened to. */
  listen(topics: readonly string[]): void;
  /** Shows this to everyone on a topic that is joined; null shows nothing. */
  track(topic: string, shown: object | null): void;
  /** Tries everything that waits for its time now: the network or the user came back. */
  wake(): void;
  close(): void;
};

const nothing = () => {};

/**
 * A feed whose code comes after the board: nobody needs the line, or the readers of what comes on
 * it, to see their cards and take them in hand. What is asked of it before then is kept.
 */
export function createLateFeed(
  fetchLine: () => Promise<(handlers: FeedHandlers) => Feed>,
  handlers: FeedHandlers,
  clock: Clock,
): Feed {
  let feed: Feed | null = null;
  let wanted: readonly string[] = [];
  let failures = 0;
  let cancelRetry: (() => void) | null = null;
  let isClosed = false;

  async function fetch(): Promise<void> {
    cancelRetry?.();
    cancelRetry = null;
    try {
      const open = await fetchLine();
      if (isClosed) return;
      feed = open(handlers);
      feed.listen(wanted);
    } catch {
      if (isClosed) return;
      cancelRetry = clock.after(backoff(failures, clock), () => void fetch());
      failures += 1;
    }
  }

  void fetch();
  return {
    listen(topics) {
      wanted = topics;
      feed?.listen(topics);
    },
    track: (topic, shown) => feed?.track(topic, shown),
    wake() {
      if (feed) feed.wake();
      else if (cancelRetry) void fetch();
    },
    close() {
      isClosed = true;
      (cancelRetry ?? nothing)();
      feed?.close();
    },
  };
}
