import { type Presence, type PresencePage, presenceView } from "@/domain/presence";
import type { Clock } from "./clock";
import type { Feed, FeedHandlers } from "./feed";
import type { BoardPresence } from "./presence";
import { createTracker, type Tracker } from "./presence-tracker";

export type PresenceOptions = {
  presence: BoardPresence;
  memberId: string;
  page: PresencePage;
  workspaceTopic: string;
  clock: Clock;
};

/**
 * Opens a feed and goes along on its channels: everyone shows themselves on the workspace's topic,
 * and what they do with a card on the card's own.
 */
export function openWithPresence(
  { presence, memberId, page, workspaceTopic, clock }: PresenceOptions,
  open: (handlers: FeedHandlers) => Feed,
  handlers: FeedHandlers,
): Feed {
  const trackers = new Map<string, Tracker>();
  const heard = new Map<string, Presence[]>();
  /** Topics with news, and how to read them: once a frame, however many come and go in it. */
  const news = new Map<string, () => Presence[]>();
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
    const alike = [...heard.values()].flat().filter((one) => one.page === page);
    presence.hear(presenceView(presence.view(), alike, memberId));
  }

  function leave(topics: readonly string[]): void {
    for (const topic of topics) {
      trackers.get(topic)?.stop();
      trackers.delete(topic);
      forget(topic);
    }
  }

  function forget(topic: string): void {
    news.delete(topic);
    if (heard.delete(topic)) plan();
  }

  function shownOn(topic: string): Presence | null {
    const { isAway, open, hand, field } = presence.showing();
    const isOpen = open?.topic === topic;
    const handIds = hand.filter((card) => card.topic === topic).map(({ id }) => id);
    if (!isOpen && handIds.length === 0 && topic !== workspaceTopic) return null;
    return {
      memberId,
      page,
      isAway,
      openId: isOpen ? open.id : null,
      handIds,
      field: isOpen ? field : null,
    };
  }

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
  presence.onShow(() => {
    for (const [topic, tracker] of trackers) tracker.show(shownOn(topic));
  });

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
}
