import {
  type CardPresence,
  nobodyHere,
  type Presence,
  type PresentMember,
  presenceView,
} from "@/domain/presence";
import type { Clock } from "./clock";
import { createTracker, type Tracker } from "./presence-tracker";
import type { Feed, FeedHandlers } from "./topics";

/** A card and who may see it: what concerns it is said there alone. */
export type CardPlace = { readonly id: string; readonly topic: string };

/** What this page shows of its member. */
export type Showing = {
  readonly isAway: boolean;
  readonly open: CardPlace | null;
  readonly hand: readonly CardPlace[];
  readonly field: string | null;
};

export type PresenceOptions = { memberId: string; workspaceTopic: string; clock: Clock };

/**
 * Who else is on the board and what they do, beside the board's state and never part of it: nothing
 * is decided by it. Everyone shows themselves on the workspace's topic, and what they do with a card
 * on the card's own.
 */
export function createPresence({ memberId, workspaceTopic, clock }: PresenceOptions) {
  const listeners = new Set<() => void>();
  const trackers = new Map<string, Tracker>();
  const heard = new Map<string, Presence[]>();
  /** Topics with news, and how to read them: once a frame, however many come and go in it. */
  const news = new Map<string, () => Presence[]>();
  let showing: Showing = { isAway: false, open: null, hand: [], field: null };
  let view = nobodyHere;
  let isPlanned = false;

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    clock.nextFrame(() => {
      isPlanned = false;
      refresh();
    });
  }

  function refresh(): void {
    for (const [topic, read] of news) heard.set(topic, read());
    news.clear();
    view = presenceView(view, [...heard.values()].flat(), memberId);
    for (const listener of listeners) listener();
  }

  function forget(topic: string): void {
    news.delete(topic);
    if (heard.delete(topic)) plan();
  }

  function shownOn(topic: string): Presence | null {
    const { isAway, open, hand, field } = showing;
    const isOpen = open?.topic === topic;
    const handIds = hand.filter((card) => card.topic === topic).map(({ id }) => id);
    if (!isOpen && handIds.length === 0 && topic !== workspaceTopic) return null;
    return {
      memberId,
      isAway,
      openId: isOpen ? open.id : null,
      handIds,
      field: isOpen ? field : null,
    };
  }

  return {
    /** Opens a feed and goes along on its channels. */
    openFeed(open: (handlers: FeedHandlers) => Feed, handlers: FeedHandlers): Feed {
      const feed = open({
        ...handlers,
        onPresence(topic, read) {
          news.set(topic, read);
          plan();
        },
        onJoined(topic) {
          handlers.onJoined(topic);
          const tracker =
            trackers.get(topic) ?? createTracker((shown) => feed.track(topic, shown), clock);
          trackers.set(topic, tracker);
          tracker.show(shownOn(topic));
          tracker.joined();
        },
        onLost(topic) {
          trackers.get(topic)?.stop();
          forget(topic);
          handlers.onLost(topic);
        },
      });
      function leave(topics: readonly string[]): void {
        for (const topic of topics) {
          trackers.get(topic)?.stop();
          trackers.delete(topic);
          forget(topic);
        }
      }
      return {
        ...feed,
        listen(topics) {
          leave([...trackers.keys()].filter((topic) => !topics.includes(topic)));
          feed.listen(topics);
        },
        close() {
          leave([...trackers.keys()]);
          feed.close();
        },
      };
    },
    show(change: Partial<Showing>): void {
      showing = { ...showing, ...change };
      for (const [topic, tracker] of trackers) tracker.show(shownOn(topic));
    },
    here: (): readonly PresentMember[] => view.here,
    ofCard: (id: string): CardPresence | undefined => view.cards.get(id),
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type BoardPresence = ReturnType<typeof createPresence>;
