import type { Heads } from "@/domain/board-answers";
import type { BoardEvent } from "@/domain/board-events";
import type { Clock } from "../clock";
import type { Feed, FeedHandlers } from "../feed";

/** "removed": no member any more. "signed-out": the session is over; signing in beside goes on. */
export type LiveConnection = "connecting" | "live" | "offline" | "signed-out" | "removed";

export type LiveTopicsOptions = {
  /** The last number of each topic of the reader now. */
  fetchHeads(): Promise<Heads>;
  openFeed(handlers: FeedHandlers): Feed;
  clock: Clock;
  isSignedOut(error: unknown): boolean;
  isRemoved(error: unknown): boolean;
};

export type LiveHandlers = {
  /** The numbers that what is shown was read at; without them it is read again once. */
  seen?: Heads | undefined;
  /** Something that the reader may see changed. */
  onEvent(event: BoardEvent): void;
  /** Changes may have been missed: read again what is shown. */
  onMissed(): void;
};

export type LiveTopics = {
  connection(): LiveConnection;
  subscribe(listener: () => void): () => void;
  /** Looks now: the page or the network came back. */
  wake(): void;
  start(handlers: LiveHandlers): () => void;
};

const interval = 45_000;
/** A number may be asked for while its event is on its way. */
const patience = 250;

/**
 * Tells a page of every change that its reader may see, or that it must read again because some may
 * have been missed. For pages that read anew what changed; a board patches and catches up instead.
 */
export function createLiveTopics(options: LiveTopicsOptions): LiveTopics {
  const { clock } = options;
  const listeners = new Set<() => void>();
  let connection: LiveConnection = "connecting";
  /** The last number heard of each topic; null before the first look. */
  let heard: Map<string, number> | null = null;
  let joined = new Set<string>();
  let isLooking = false;
  let mustLookAgain = false;
  let feed: Feed | null = null;
  let told: LiveHandlers | null = null;
  let cancelLook = () => {};

  function show(next: LiveConnection): void {
    if (next === connection) return;
    connection = next;
    for (const listener of listeners) listener();
  }

  async function look(): Promise<void> {
    if (isLooking) {
      mustLookAgain = true;
      return;
    }
    isLooking = true;
    cancelLook();
    try {
      compare(await options.fetchHeads());
    } catch (error) {
      if (feed) fail(error);
    }
    isLooking = false;
    if (!feed || connection === "removed") return;
    if (mustLookAgain) {
      mustLookAgain = false;
      void look();
    } else cancelLook = clock.after(interval * (0.8 + 0.4 * clock.random()), () => void look());
  }

  function fail(error: unknown): void {
    if (options.isRemoved(error)) show("removed");
    else if (options.isSignedOut(error)) show("signed-out");
    else show("offline");
  }

  function compare(heads: Heads): void {
    if (!feed) return;
    const topics = Object.keys(heads);
    const before = heard;
    if (before?.size !== topics.length || topics.some((topic) => !before.has(topic))) {
      heard = new Map(Object.entries(heads));
      joined = new Set([...joined].filter((topic) => heads[topic] !== undefined));
      feed.listen(topics);
      // Whatever the page was rendered with may be older than these numbers, or of other topics.
      told?.onMissed();
    } else if (topics.some((topic) => isBehind(topic, heads))) {
      clock.after(patience, () => {
        if (feed && topics.some((topic) => isBehind(topic, heads))) missed(heads);
      });
    }
    showJoined();
  }

  const isBehind = (topic: string, heads: Heads) => (heard?.get(topic) ?? 0) < (heads[topic] ?? 0);

  function missed(heads: Heads): void {
    for (const [topic, seq] of Object.entries(heads)) {
      heard?.set(topic, Math.max(heard.get(topic) ?? 0, seq));
    }
    told?.onMissed();
  }

  function showJoined(): void {
    const isLive = heard !== null && [...heard.keys()].every((topic) => joined.has(topic));
    if (isLive) show("live");
    else if (connection !== "connecting") show("offline");
  }

  function hear(topic: string, event: BoardEvent | null): void {
    const last = heard?.get(topic);
    if (last === undefined) return;
    if (event && event.seq <= last) return;
    if (!event || event.seq > last + 1) told?.onMissed();
    if (!event) return;
    heard?.set(topic, event.seq);
    told?.onEvent(event);
  }

  const feedHandlers: FeedHandlers = {
    onChange: hear,
    onJoined(topic) {
      joined.add(topic);
      showJoined();
      // Whatever happened before it was joined is in no event.
      if (connection === "live") void look();
    },
    onLost(topic) {
      joined.delete(topic);
      showJoined();
    },
    onRefused: () => void look(),
    onSignedOut: () => show("signed-out"),
  };

  return {
    connection: () => connection,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    wake() {
      feed?.wake();
      if (feed && connection !== "removed") void look();
    },
    start(changes) {
      told = changes;
      feed = options.openFeed(feedHandlers);
      if (changes.seen) {
        heard = new Map(Object.entries(changes.seen));
        feed.listen([...heard.keys()]);
      }
      void look();
      return () => {
        feed?.close();
        feed = null;
        cancelLook();
        joined.clear();
        heard = null;
      };
    },
  };
}
