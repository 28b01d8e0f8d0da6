import type { Presence } from "@/domain/presence";
import type { Clock } from "./clock";

/**
 * Supabase Realtime closes a channel that sends more presence messages than this within its window
 * ("Client presence rate limit exceeded"); the margin is for messages that travel unevenly.
 */
const mostInWindow = 5;
const windowLength = 30_500;
/** From field to field there is nothing in between; a click is no lift. */
const settling = 200;

/**
 * Tells one topic what this page shows there, as often as Realtime lets a channel: the newest in
 * place of all that came too fast. Whatever begins keeps a message back for its end: others may see
 * late that a card is in hand, but not that it still is.
 */
export function createTracker(send: (presence: Presence | null) => void, clock: Clock) {
  let wanted: Presence | null = null;
  let told: Presence | null = null;
  let sentAt: number[] = [];
  let isJoined = false;
  let cancel: (() => void) | null = null;
  let isOverBudget = false;

  function plan(delay: number): void {
    cancel ??= clock.after(delay, () => {
      cancel = null;
      tell();
    });
  }

  function unplan(): void {
    cancel?.();
    cancel = null;
    isOverBudget = false;
  }

  function tell(): void {
    isOverBudget = false;
    if (!isJoined || isSame(wanted, told)) return;
    const now = clock.now();
    sentAt = sentAt.filter((at) => at > now - windowLength);
    const allowed = mostInWindow - endsToCome(wanted);
    if (sentAt.length >= allowed) {
      const next = sentAt[sentAt.length - allowed] ?? now;
      isOverBudget = true;
      plan(next + windowLength - now + 1);
      return;
    }
    sentAt.push(now);
    told = wanted;
    send(wanted);
  }

  function stop(): void {
    isJoined = false;
    unplan();
  }

  return {
    /** Null for nothing at all. */
    show(presence: Presence | null): void {
      wanted = presence;
      // It may be the end of something, which need not wait as its beginning did.
      if (isOverBudget) unplan();
      plan(settling);
    },
    /** The channel is new to the server: nobody knows anything yet, and nothing was counted. */
    joined(): void {
      stop();
      isJoined = true;
      told = null;
      sentAt = [];
      tell();
    },
    stop,
  };
}

export type Tracker = ReturnType<typeof createTracker>;

/** An open card will be closed, a card in hand be put down. */
function endsToCome(presence: Presence | null): number {
  if (!presence) return 0;
  return (presence.openId === null ? 0 : 1) + (presence.handIds.length === 0 ? 0 : 1);
}

function isSame(a: Presence | null, b: Presence | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
