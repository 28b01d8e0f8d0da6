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
import { type Column, comparePlace, isLoaded } from "./board-column";
import {
  type Draft,
  draftOf,
  finish,
  remove,
  renameParty,
  upsert,
  writableColumn,
} from "./board-draft";
import type { BoardEvent } from "./board-events";
import { type Figures, figuresFrom } from "./board-figures";
import { drain } from "./board-receive";

/** A card that left: which version, and which topics it was told gone from at that version. */
export type Tombstone = { readonly version: number; readonly topics: readonly string[] };

/**
 * One workspace's board as confirmed by the database: every change numbered up to `heads` is in it.
 * Plain data, never changed in place; what an event does not touch keeps its identity.
 */
export type BoardState = {
  readonly heads: Heads;
  /** The heads of the last snapshot: answers from before it are refused. */
  readonly floor: Heads;
  readonly stages: readonly BoardStage[];
  readonly members: readonly BoardMember[];
  readonly teams: readonly BoardTeam[];
  readonly figures: Figures;
  /** Every card heard of, also beyond what a column shows; so late pages meet the newer version. */
  readonly cards: ReadonlyMap<string, Card>;
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

export function openBoard(answer: BoardAnswer, pageSize: number): BoardState {
  const cards = new Map<string, Card>();
  const columns: Record<string, Column> = {};
  for (const [stageId, ofStage] of Object.entries(answer.columns)) {
    const ordered = [...ofStage].sort(comparePlace);
    for (const card of ordered) cards.set(card.id, card);
    columns[stageId] = {
      ids: ordered.map((card) => card.id),
      loadedTo: loadedToOf(ordered, pageSize),
    };
  }
  return {
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

/** A page that is not full was the last. */
function loadedToOf(ordered: readonly Card[], pageSize: number): string | null {
  return ordered.length < pageSize ? null : (ordered.at(-1)?.rank ?? null);
}

function misfitOf(answer: Heads, state: BoardState): Misfit | null {
  const topics = Object.keys(state.heads);
  if (Object.keys(answer).length !== topics.length) return "reopen";
  if (topics.some((topic) => answer[topic] === undefined)) return "reopen";
  return topics.some((topic) => (answer[topic] ?? 0) < (state.floor[topic] ?? 0)) ? "behind" : null;
}

/**
 * Adds the cards that follow `afterRank` in a column. The page may be older or newer than the
 * state: every card is taken or left by its version, and events heard meanwhile are remembered.
 * A page that does not follow what is loaded changes nothing.
 */
export function applyPage(
  state: BoardState,
  request: { stageId: string; afterRank: string; pageSize: number },
  page: BoardPage,
): { state: BoardState; misfit: Misfit | null } {
  const misfit = misfitOf(page.heads, state);
  if (misfit) return { state, misfit };
  const column = state.columns[request.stageId];
  if (!column || column.loadedTo !== request.afterRank) return { state, misfit: null };
  const draft = draftOf(state);
  for (const card of page.cards) upsert(draft, card);
  const ordered = [...page.cards].sort(comparePlace);
  writableColumn(draft, request.stageId).loadedTo = loadedToOf(ordered, request.pageSize);
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
  const draft = draftOf(state);
  for (const id of answer.goneIds) remove(draft, id);
  for (const card of answer.cards) upsert(draft, card);
  for (const party of answer.parties) renameParty(draft, party.id, party.name);
  addColumns(draft, answer.stages);
  return {
    state: drain({
      ...state,
      ...finish(draft),
      heads: answer.heads,
      floor: answer.heads,
      stages: keepIfEqual(state.stages, answer.stages),
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
  const column = state.columns[card.stageId];
  return column !== undefined && !isLoaded(column, card.rank);
}
