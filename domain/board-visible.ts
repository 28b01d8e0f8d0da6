import type { BoardMember, BoardStage, BoardTeam } from "./board-answers";
import type { Card } from "./board-card";
import { type Column, indexOfPlace, loadedIds } from "./board-column";
import { columnKeysOf } from "./board-columns";
import { type Figure, type Figures, reweigh } from "./board-figures";
import { columnKeyOf, placeIn } from "./board-grouping";
import type { Drop, Pending, Wish } from "./board-pending";
import type { BoardQuery } from "./board-query";
import type { BoardState } from "./board-state";

/** A column to draw. Its identity stays as long as nothing in it moved and no sum changed. */
export type VisibleColumn = {
  /** A stage, an owner, a month: see `columnKeyOf`. */
  readonly key: string;
  /** Ids of the loaded cards from top to bottom. */
  readonly ids: readonly string[];
  /** Whether cards below these are not loaded yet. */
  readonly hasMore: boolean;
  /** All cards of the column, loaded or not. */
  readonly count: number;
  /** By currency code, over all cards of the column. */
  readonly figures: Readonly<Record<string, Figure>>;
};

/** The board as this user should see it: confirmed by the database, with their own writes on top. */
export type VisibleBoard = {
  readonly query: BoardQuery;
  readonly stages: readonly BoardStage[];
  readonly members: readonly BoardMember[];
  readonly teams: readonly BoardTeam[];
  /** In the order of `columnKeysOf`. */
  readonly columns: readonly VisibleColumn[];
  /** A card keeps its identity until it changes. */
  readonly cardOf: (id: string) => Card | undefined;
  /** Opportunities with a write on its way. */
  readonly savingIds: ReadonlySet<string>;
};

type Overlay = {
  cards: Map<string, Card | null>;
  /** Cards whose rank is not known yet: their neighbours say where they are. */
  unplaced: Set<string>;
  ids: Map<string, string[]>;
  figures: Figures;
};

const drawn = new WeakMap<Column, VisibleColumn>();
const noFigures: Readonly<Record<string, Figure>> = {};
const noColumn: Column = { ids: [], loadedTo: null };

export function visibleBoard(state: BoardState, pending: readonly Pending[]): VisibleBoard {
  const overlay: Overlay = {
    cards: new Map(),
    unplaced: new Set(),
    ids: new Map(),
    figures: state.figures,
  };
  for (const one of pending) lay(overlay, state, one);
  return {
    query: state.query,
    stages: state.stages,
    members: state.members,
    teams: state.teams,
    columns: columnKeysOf(state, overlay).map((key) => drawColumn(state, overlay, key)),
    cardOf: (id) => cardIn(overlay, state, id),
    savingIds: new Set(
      pending.filter((one) => one.answer === undefined).map((one) => one.opportunityId),
    ),
  };
}

/** The column that shows a card; undefined where none does. */
export function columnOf(board: VisibleBoard, card: Card): VisibleColumn | undefined {
  const key = columnKeyOf(card, board);
  return board.columns.find((column) => column.key === key);
}

function cardIn(overlay: Overlay, state: BoardState, id: string): Card | undefined {
  const laid = overlay.cards.get(id);
  return laid === undefined ? state.cards.get(id) : (laid ?? undefined);
}

function drawColumn(state: BoardState, overlay: Overlay, key: string): VisibleColumn {
  const column = state.columns[key] ?? noColumn;
  const figures = overlay.figures[key] ?? noFigures;
  const changed = overlay.ids.get(key);
  const before = drawn.get(column);
  if (!changed && before?.key === key && before.figures === figures) return before;
  const visible: VisibleColumn = {
    key,
    ids: changed ?? (before?.key === key ? before.ids : confirmedIds(state, key)),
    hasMore: column.loadedTo !== null,
    count: Object.values(figures).reduce((sum, { count }) => sum + count, 0),
    figures,
  };
  if (!changed && column !== noColumn) drawn.set(column, visible);
  return visible;
}

function confirmedIds(state: BoardState, key: string): readonly string[] {
  return loadedIds(state.columns[key] ?? noColumn, (id) => {
    const card = state.cards.get(id);
    return card && placeIn(state.query.group, card);
  });
}

/** Shows one pending write. What the confirmed board already contains is not shown twice. */
function lay(overlay: Overlay, state: BoardState, pending: Pending): void {
  const { opportunityId: id, wish, answer } = pending;
  const current = cardIn(overlay, state, id);
  if (answer) {
    layAnswer(overlay, state, current, answer, wish);
    return;
  }
  if (wish.kind === "create" && !current && answer === undefined) {
    put(overlay, state, undefined, wish.card, 0);
    return;
  }
  if (!current) return;
  if (wish.kind === "remove") {
    takeOut(overlay, state, current);
    replace(overlay, state, current, null);
    return;
  }
  if (answer === null) return;
  if (wish.kind === "edit") layEdit(overlay, state, current, { ...current, ...wish.patch });
  if (wish.kind === "move") {
    takeOut(overlay, state, current);
    const moved = current.stageId !== wish.stageId;
    const next = moved ? { ...current, stageId: wish.stageId, stageEnteredAt: wish.at } : current;
    const ids = idsOf(overlay, state, wish.stageId);
    put(overlay, state, current, next, indexOfDrop(ids, wish));
  }
}

/** An edit may take a card to another column, or out of sight, but never within a column of ranks. */
function layEdit(overlay: Overlay, state: BoardState, current: Card, next: Card): void {
  const { group } = state.query;
  const stays =
    columnKeyOf(current, state) === columnKeyOf(next, state) &&
    placeIn(group, current) === placeIn(group, next);
  if (stays) {
    replace(overlay, state, current, next);
    return;
  }
  takeOut(overlay, state, current);
  put(overlay, state, current, next, null);
}

/** Shows a card that stands nowhere, at an index where ranks decide that are not known yet. */
function put(
  overlay: Overlay,
  state: BoardState,
  current: Card | undefined,
  next: Card,
  index: number | null,
): void {
  replace(overlay, state, current, next);
  const key = columnKeyOf(next, state);
  if (key === null) return;
  const ids = idsOf(overlay, state, key);
  if (state.query.group !== "stage" || index === null) {
    ids.splice(indexByPlace(overlay, state, ids, next), 0, next.id);
    return;
  }
  overlay.unplaced.add(next.id);
  ids.splice(index, 0, next.id);
}

function indexByPlace(
  overlay: Overlay,
  state: BoardState,
  ids: readonly string[],
  card: Card,
): number {
  const { group } = state.query;
  return indexOfPlace(ids, placeIn(group, card), (id) => {
    const other = cardIn(overlay, state, id);
    return other && placeIn(group, other);
  });
}

function layAnswer(
  overlay: Overlay,
  state: BoardState,
  current: Card | undefined,
  answer: Card,
  wish: Wish,
): void {
  if (state.heads[answer.topic] === undefined) {
    if (!current) return;
    takeOut(overlay, state, current);
    replace(overlay, state, current, null);
    return;
  }
  const next = current && current.version > answer.version ? current : answer;
  const key = columnKeyOf(next, state);
  const { group } = state.query;
  const stays =
    current !== undefined &&
    columnKeyOf(current, state) === key &&
    placeIn(group, current) === placeIn(group, next) &&
    !overlay.unplaced.has(next.id) &&
    (key === null || idsOf(overlay, state, key).includes(next.id));
  if (current && !stays) takeOut(overlay, state, current);
  replace(overlay, state, current, next);
  if (stays || key === null) return;
  overlay.unplaced.delete(next.id);
  const ids = idsOf(overlay, state, key);
  ids.splice(indexOfAnswer(overlay, state, ids, next, wish), 0, next.id);
}

/**
 * The rank says between which cards; where cards still without a rank stand there as well, the wish
 * says where among them. Linear, because those have no order to search by.
 */
function indexOfAnswer(
  overlay: Overlay,
  state: BoardState,
  ids: readonly string[],
  answer: Card,
  wish: Wish,
): number {
  const { group } = state.query;
  const place = placeIn(group, answer);
  const isPlaced = (id: string, isSought: (place: string) => boolean) => {
    const other = overlay.unplaced.has(id) ? undefined : cardIn(overlay, state, id);
    return other !== undefined && isSought(placeIn(group, other));
  };
  const lowest = ids.findLastIndex((id) => isPlaced(id, (other) => other < place)) + 1;
  const below = ids.findIndex((id) => isPlaced(id, (other) => other > place));
  const highest = below === -1 ? ids.length : below;
  if (group !== "stage" || (wish.kind !== "move" && wish.kind !== "create")) return highest;
  const wished = wish.kind === "move" ? indexOfDrop(ids, wish) : 0;
  return Math.min(Math.max(wished, lowest), highest);
}

/** Puts a card in place of another and moves the sums along. */
function replace(
  overlay: Overlay,
  state: BoardState,
  current: Card | undefined,
  next: Card | null,
): void {
  const id = next?.id ?? current?.id;
  if (id === undefined) return;
  overlay.cards.set(id, next);
  overlay.figures = reweigh(overlay.figures, current ?? null, next, state);
}

function idsOf(overlay: Overlay, state: BoardState, key: string): string[] {
  const owned = overlay.ids.get(key);
  if (owned) return owned;
  const ids = [...confirmedIds(state, key)];
  overlay.ids.set(key, ids);
  return ids;
}

function takeOut(overlay: Overlay, state: BoardState, card: Card): void {
  const key = columnKeyOf(card, state);
  if (key === null) return;
  const ids = idsOf(overlay, state, key);
  const index = ids.indexOf(card.id);
  if (index !== -1) ids.splice(index, 1);
}

/** The same rule as `place_in_stage` in SQL, among the cards on screen. */
function indexOfDrop(ids: readonly string[], { afterId, beforeId }: Drop): number {
  const after = afterId === null ? -1 : ids.indexOf(afterId);
  if (after !== -1) return after + 1;
  const before = beforeId === null ? -1 : ids.indexOf(beforeId);
  return Math.max(before, 0);
}
