import type { CardPresence, PresenceView, PresentMember } from "@/domain/presence";

/** A card and who may see it: what concerns it is said there alone. */
export type CardPlace = { readonly id: string; readonly topic: string };

/** What this page shows of its member. */
export type Showing = {
  readonly isAway: boolean;
  readonly open: CardPlace | null;
  readonly hand: readonly CardPlace[];
  readonly field: string | null;
};

const nothing = () => {};

/**
 * Who else is on the board and what they do, beside the board's state and never part of it: nothing
 * is decided by it. Only held here; `presence-feed.ts` tells the others and hears from them.
 */
export function createPresence() {
  const listeners = new Set<() => void>();
  let showing: Showing = { isAway: false, open: null, hand: [], field: null };
  let view: PresenceView = { here: [], cards: new Map() };
  let tell: () => void = nothing;

  return {
    show(change: Partial<Showing>): void {
      showing = { ...showing, ...change };
      tell();
    },
    showing: () => showing,
    /** Runs with every change of what is shown, until another is set. */
    onShow(listener: () => void): void {
      tell = listener;
    },
    view: () => view,
    hear(next: PresenceView): void {
      view = next;
      for (const listener of listeners) listener();
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
