import type { Card } from "./board-card";
import { type Column, comparePlace, indexOfPlace } from "./board-column";
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
};

export function draftOf(state: BoardState): Draft {
  return {
    base: state,
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

export function writableColumn(draft: Draft, stageId: string) {
  const owned = draft.columns.get(stageId);
  if (owned) return owned;
  // A stage that is not in the state is younger than it, so every card of it was heard of.
  const shared: Column = draft.base.columns[stageId] ?? { ids: [], loadedTo: null };
  const column = { ids: [...shared.ids], loadedTo: shared.loadedTo };
  draft.columns.set(stageId, column);
  return column;
}

function takeOut(draft: Draft, card: Card): void {
  const { ids } = writableColumn(draft, card.stageId);
  const index = indexOfPlace(ids, card, draft.cards.get);
  if (ids[index] === card.id) ids.splice(index, 1);
}

function putIn(draft: Draft, card: Card): void {
  const { ids } = writableColumn(draft, card.stageId);
  ids.splice(indexOfPlace(ids, card, draft.cards.get), 0, card.id);
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
  const stays = held?.stageId === next.stageId && comparePlace(held, next) === 0;
  if (held && !stays) takeOut(draft, held);
  draft.cards.set(next.id, next);
  if (!stays) putIn(draft, next);
}

export function remove(draft: Draft, id: string): void {
  const held = draft.cards.get(id);
  if (!held) return;
  takeOut(draft, held);
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
  draft.partyNames.set(partyId, name);
  for (const [id, card] of draft.cards.result()) {
    if (card.customerId === partyId && card.customerName !== name) {
      draft.cards.set(id, { ...card, customerName: name });
    }
  }
}
