import type {
  BoardAnswer,
  BoardMember,
  BoardPage,
  BoardStage,
  BoardTeam,
  CaughtUp,
  Heads,
} from "./board-answers";
import type { Card } from "./board-card";
import { type Column, isLoaded } from "./board-column";
import {
  type Draft,
  draftOf,
  finish,
  placeUnknown,
  remove,
  renameParty,
  upsert,
  writableColumn,
} from "./board-draft";
import type { BoardEvent } from "./board-events";
import { type Figures, figuresFrom } from "./board-figures";
import { columnKeyOf, placeIn } from "./board-grouping";
import { type BoardQuery, type Grouping, wholeBoard } from "./board-query";
import { drain } from "./board-receive";

/** A card that left: which version, and which topics it was told gone from at that version. */
export type Tombstone = { readonly version: number; readonly topics: readonly string[] };

/**
 * One workspace's board as confirmed by the database: every change numbered up to `heads` is in it.
 * Plain data, never changed in place; what an event does not touch keeps its identity.
 */
export type BoardState = {
  /** What was asked for: it says which cards stand in which column. */
  readonly query: BoardQuery;
  readonly heads: Heads;
  /** The heads of the last snapshot: answers from before it are refused. */
  readonly floor: Heads;
  readonly stages: readonly BoardStage[];
  readonly members: readonly BoardMember[];
  readonly teams: readonly BoardTeam[];
  readonly figures: Figures;
  /** Every card heard of, also beyond what is shown; so late pages meet the newer version. */
  readonly cards: ReadonlyMap<string, Card>;
  /** By `columnKeyOf`; a column without an entry is empty. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Cards that left since the last snapshot, so that late answers do not bring them back. */
  readonly tombstones: ReadonlyMap<string, Tombstone>;
  /** Latest activity of cards that are not held. */
  readonly activities: ReadonlyMap<string, string>;
  readonly partyNames: ReadonlyMap<string, string>;
  /** Events by topic and number that cannot be applied yet: see `needOf`. */
  readonly waiting: Readonly<Record<string, ReadonlyMap<number, BoardEvent>>>;
};

/**
 * What an answer is missing. "behind": it was read before the last snapshot, ask again.
 * "reopen": it was read with other topics, so what is held is another selection.
 */
export type Misfit = "behind" | "reopen";

export function openBoard(
  answer: BoardAnswer,
  pageSize: number,
  query: BoardQuery = wholeBoard,
): BoardState {
  const cards = new Map<string, Card>();
  const columns: Record<string, Column> = {};
  for (const [key, ofColumn] of Object.entries(answer.columns)) {
    const ordered = inOrder(ofColumn, query.group);
    for (const card of ordered) cards.set(card.id, card);
    columns[key] = {
      ids: ordered.map((card) => card.id),
      loadedTo: loadedToOf(ordered, pageSize, query.group),
    };
  }
  return {
    query,
    heads: answer.heads,
    floor: answer.heads,
    stages: answer.stages,
    members: answer.members,
    teams: answer.teams,
    figures: figuresFrom(answer.figures),
    cards,
    columns,
    tombstones: new Map(),
    activities: new Map(),
    partyNames: new Map(),
    waiting: {},
  };
}

function inOrder(cards: readonly Card[], group: Grouping): Card[] {
  const placed = cards.map((card) => ({ card, place: placeIn(group, card) }));
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ card }) => card);
}

/** A page that is not full was the last. */
function loadedToOf(ordered: readonly Card[], pageSize: number, group: Grouping): string | null {
  const last = ordered.at(-1);
  return last === undefined || ordered.length < pageSize ? null : placeIn(group, last);
}

function misfitOf(answer: Heads, state: BoardState): Misfit | null {
  const topics = Object.keys(state.heads);
  if (Object.keys(answer).length !== topics.length) return "reopen";
  if (topics.some((topic) => answer[topic] === undefined)) return "reopen";
  return topics.some((topic) => (answer[topic] ?? 0) < (state.floor[topic] ?? 0)) ? "behind" : null;
}

/**
 * Adds the cards that follow the place `after` in a column. The page may be older or newer than the
 * state: every card is taken or left by its version, and events heard meanwhile are remembered.
 * A page that does not follow what is loaded changes nothing.
 */
export function applyPage(
  state: BoardState,
  request: { column: string; after: string; pageSize: number },
  page: BoardPage,
): { state: BoardState; misfit: Misfit | null } {
  const misfit = misfitOf(page.heads, state);
  if (misfit) return { state, misfit };
  const column = state.columns[request.column];
  if (!column || column.loadedTo !== request.after) return { state, misfit: null };
  const draft = draftOf(state);
  for (const card of page.cards) upsert(draft, card);
  const { group } = state.query;
  const ordered = inOrder(page.cards, group);
  writableColumn(draft, request.column).loadedTo = loadedToOf(ordered, request.pageSize, group);
  return { state: { ...state, ...finish(draft) }, misfit: null };
}

/**
 * Takes in everything that changed up to a later snapshot. An answer that is behind what was
 * meanwhile applied is refused, because its figures would be; ask again.
 */
export function applyCatchUp(
  state: BoardState,
  answer: CaughtUp,
): { state: BoardState; misfit: Misfit | null } {
  const misfit = misfitOf(answer.heads, { ...state, floor: state.heads });
  if (misfit) return { state, misfit };
  const stages = keepIfEqual(state.stages, answer.stages);
  const draft = draftOf(state, { query: state.query, stages });
  if (stages !== state.stages) placeUnknown(draft);
  for (const id of answer.goneIds) remove(draft, id);
  for (const card of answer.cards) upsert(draft, card);
  for (const party of answer.parties) renameParty(draft, party.id, party.name);
  if (state.query.group === "stage") addColumns(draft, answer.stages);
  return {
    state: drain({
      ...state,
      ...finish(draft),
      heads: answer.heads,
      floor: answer.heads,
      stages,
      members: keepIfEqual(state.members, answer.members),
      teams: keepIfEqual(state.teams, answer.teams),
      figures: keepIfEqual(state.figures, figuresFrom(answer.figures)),
      tombstones: new Map(),
      activities: new Map(),
    }).state,
    misfit: null,
  };
}

function addColumns(draft: Draft, stages: readonly BoardStage[]): void {
  for (const { id } of stages) if (!draft.base.columns[id]) writableColumn(draft, id);
}

/** Small frames only: a catch-up that changed nothing must not redraw every column. */
function keepIfEqual<T>(held: T, read: T): T {
  return JSON.stringify(held) === JSON.stringify(read) ? held : read;
}

/** Whether a card is beyond the pages its column shows. */
export function isBeyondLoaded(state: BoardState, card: Card): boolean {
  const column = state.columns[columnKeyOf(card, state) ?? ""];
  return column !== undefined && !isLoaded(column, placeIn(state.query.group, card));
}
