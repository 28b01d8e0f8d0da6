import type { Card } from "./board-card";
import { type Column, indexOfPlace } from "./board-column";
import { columnKeyOf, placeIn, type View } from "./board-grouping";
import type { BoardState, Tombstone } from "./board-state";
import { laterOf } from "./board-timestamps";
import { type CopyOnWriteMap, copyOnWrite } from "./copy-on-write";

/**
 * One batch of changes to a board: maps and column orders are copied at most once, however many
 * changes the batch has, and what stays untouched is shared with the state before.
 */
export type Draft = {
  cards: CopyOnWriteMap<Card>;
  tombstones: CopyOnWriteMap<Tombstone>;
  activities: CopyOnWriteMap<string>;
  partyNames: CopyOnWriteMap<string>;
  columns: Map<string, { ids: string[]; loadedTo: string | null }>;
  readonly base: BoardState;
  /** What the cards are placed by; differs from the base where the stages have changed. */
  readonly view: View;
};

export function draftOf(state: BoardState, view: View = state): Draft {
  return {
    base: state,
    view,
    cards: copyOnWrite(state.cards),
    tombstones: copyOnWrite(state.tombstones),
    activities: copyOnWrite(state.activities),
    partyNames: copyOnWrite(state.partyNames),
    columns: new Map(),
  };
}

export function finish(
  draft: Draft,
): Pick<BoardState, "cards" | "tombstones" | "activities" | "partyNames" | "columns"> {
  const { base, columns } = draft;
  return {
    cards: draft.cards.result(),
    tombstones: draft.tombstones.result(),
    activities: draft.activities.result(),
    partyNames: draft.partyNames.result(),
    columns:
      columns.size === 0 ? base.columns : { ...base.columns, ...Object.fromEntries(columns) },
  };
}

export function writableColumn(draft: Draft, key: string) {
  const owned = draft.columns.get(key);
  if (owned) return owned;
  // A column that is not in the state is younger than it, or was empty: all its cards were heard of.
  const shared: Column = draft.base.columns[key] ?? { ids: [], loadedTo: null };
  const column = { ids: [...shared.ids], loadedTo: shared.loadedTo };
  draft.columns.set(key, column);
  return column;
}

/** Where a card stands, as text in byte order. */
function placeOf(draft: Draft, card: Card): string {
  return placeIn(draft.base.query.group, card);
}

function indexIn(draft: Draft, ids: readonly string[], card: Card): number {
  return indexOfPlace(ids, placeOf(draft, card), (id) => {
    const other = draft.cards.get(id);
    return other && placeOf(draft, other);
  });
}

function takeOut(draft: Draft, key: string, card: Card): void {
  const { ids } = writableColumn(draft, key);
  const index = indexIn(draft, ids, card);
  if (ids[index] === card.id) ids.splice(index, 1);
}

function putIn(draft: Draft, key: string, card: Card): void {
  const { ids } = writableColumn(draft, key);
  ids.splice(indexIn(draft, ids, card), 0, card.id);
}

/** Exchanges what is held of a card; where the view does not show it, it stands in no column. */
function replace(draft: Draft, held: Card | undefined, next: Card): void {
  const from = held ? columnKeyOf(held, draft.base) : null;
  const to = columnKeyOf(next, draft.view);
  const stays = held && from === to && placeOf(draft, held) === placeOf(draft, next);
  if (held && from !== null && !stays) takeOut(draft, from, held);
  draft.cards.set(next.id, next);
  if (to !== null && !stays) putIn(draft, to, next);
}

function isKnownGone(tombstone: Tombstone | undefined, card: Card): boolean {
  if (!tombstone) return false;
  if (card.version !== tombstone.version) return card.version < tombstone.version;
  return tombstone.topics.includes(card.topic);
}

/** Takes a card in, from wherever it was read, unless what is held is newer. */
export function upsert(draft: Draft, card: Card): void {
  if (isKnownGone(draft.tombstones.get(card.id), card)) return;
  const held = draft.cards.get(card.id);
  if (held && held.version > card.version) return;
  const heard = draft.activities.get(card.id) ?? null;
  const next = {
    ...card,
    lastActivityAt: laterOf(laterOf(card.lastActivityAt, heard), held?.lastActivityAt ?? null),
    // A card is written with the name at its own moment; a renaming that was heard of stands.
    customerName: draft.partyNames.get(card.customerId) ?? card.customerName,
  };
  draft.tombstones.delete(card.id);
  replace(draft, held, next);
}

/** Places the held cards anew whose stage has only now become known. */
export function placeUnknown(draft: Draft): void {
  const known = new Set(draft.base.stages.map(({ id }) => id));
  for (const card of draft.base.cards.values()) {
    if (!known.has(card.stageId)) replace(draft, card, card);
  }
}

export function remove(draft: Draft, id: string): void {
  const held = draft.cards.get(id);
  if (!held) return;
  const key = columnKeyOf(held, draft.base);
  if (key !== null) takeOut(draft, key, held);
  draft.cards.delete(id);
}

/**
 * A card left a topic: it was deleted, or became visible to others at this version. It stays when
 * it is already held from another topic, or from a later return to this one.
 */
export function leave(draft: Draft, topic: string, id: string, version: number): void {
  const held = draft.cards.get(id);
  if (held && (held.topic !== topic || held.version > version)) return;
  remove(draft, id);
  const known = draft.tombstones.get(id);
  if (known && known.version > version) return;
  const topics = known?.version === version ? [...known.topics, topic] : [topic];
  draft.tombstones.set(id, { version, topics });
}

/** Something was documented about an opportunity. */
export function noteActivity(draft: Draft, id: string, occurredAt: string): void {
  const held = draft.cards.get(id);
  if (!held) {
    // Its card may still come with a page that was read before.
    const heard = laterOf(draft.activities.get(id) ?? null, occurredAt);
    if (heard) draft.activities.set(id, heard);
    return;
  }
  const lastActivityAt = laterOf(held.lastActivityAt, occurredAt);
  if (lastActivityAt !== held.lastActivityAt) draft.cards.set(id, { ...held, lastActivityAt });
}

export function renameParty(draft: Draft, partyId: string, name: string): void {
  // Anew, so that the map is in the order of hearing: see `forgetUnseen`.
  draft.partyNames.delete(partyId);
  draft.partyNames.set(partyId, name);
  for (const card of draft.cards.result().values()) {
    if (card.customerId === partyId && card.customerName !== name) {
      replace(draft, card, { ...card, customerName: name });
    }
  }
}
