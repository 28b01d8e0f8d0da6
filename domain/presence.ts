/** A board, on which an opportunity may be open, or the page of a party, which is open on it. */
export const presencePages = ["board", "party"] as const;
export type PresencePage = (typeof presencePages)[number];

/**
 * What one page shows of its member on one topic; it replaces what the page showed there before.
 * A topic names only cards that everyone on it may see.
 *
 * A hint, never a fact: Realtime lets every page write whatever it likes here, so a member could
 * show themselves under a colleague's id (to people who may see the topic, and to nobody else).
 * Nothing may be decided by it, and who wrote what is said by the history, which the database keeps.
 */
export type Presence = {
  readonly memberId: string;
  /** What kind of page it is: pages of one kind tell of each other. */
  readonly page: PresencePage;
  /** Its page has been out of sight for a while. */
  readonly isAway: boolean;
  readonly openId: string | null;
  readonly handIds: readonly string[];
  /** The field of what is open that they are in. */
  readonly field: string | null;
};

export type PresentMember = { readonly memberId: string; readonly isAway: boolean };

/** Members by what they do with a card, in the order of their ids. */
export type CardPresence = {
  readonly openedBy: readonly string[];
  readonly heldBy: readonly string[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
};

export type PresenceView = {
  readonly here: readonly PresentMember[];
  readonly cards: ReadonlyMap<string, CardPresence>;
};

type Draft = { openedBy: Set<string>; heldBy: Set<string>; fields: Map<string, Set<string>> };

/**
 * Who is here and what they do, from everything heard on all topics, without the reader. Several
 * pages of one member are one, and away only when all of them are. What did not change since
 * `before` is the same object again, so that what draws it need not be drawn anew.
 */
export function presenceView(
  before: PresenceView,
  presences: readonly Presence[],
  readerId: string,
): PresenceView {
  const away = new Map<string, boolean>();
  const drafts = new Map<string, Draft>();
  const draftOf = (id: string) => {
    const draft = drafts.get(id) ?? { openedBy: new Set(), heldBy: new Set(), fields: new Map() };
    drafts.set(id, draft);
    return draft;
  };
  for (const { memberId, isAway, openId, handIds, field } of presences) {
    if (memberId === readerId) continue;
    away.set(memberId, (away.get(memberId) ?? true) && isAway);
    for (const id of handIds) draftOf(id).heldBy.add(memberId);
    if (openId === null) continue;
    const { openedBy, fields } = draftOf(openId);
    openedBy.add(memberId);
    if (field !== null) fields.set(field, (fields.get(field) ?? new Set()).add(memberId));
  }
  const here = sorted(away.keys()).map((memberId) => ({
    memberId,
    isAway: away.get(memberId) ?? false,
  }));
  const cards = new Map(
    [...drafts].map(([id, draft]) => [id, sameOr(before.cards.get(id), finish(draft))]),
  );
  return { here: sameOr(before.here, here), cards };
}

function finish({ openedBy, heldBy, fields }: Draft): CardPresence {
  const names = sorted(fields.keys());
  return {
    openedBy: sorted(openedBy),
    heldBy: sorted(heldBy),
    fields: Object.fromEntries(names.map((name) => [name, sorted(fields.get(name) ?? [])])),
  };
}

function sorted(ids: Iterable<string>): string[] {
  return [...ids].sort();
}

/** Both are small and made in the same order. */
function sameOr<T>(before: T | undefined, after: T): T {
  return JSON.stringify(before) === JSON.stringify(after) && before !== undefined ? before : after;
}
