import type { BoardMember, BoardStage, BoardTeam } from "./board-answers";
import { type Card, weightOf } from "./board-card";
import { type Column, comparePlace, loadedIds } from "./board-column";
import { type Figure, type Figures, reweigh } from "./board-figures";
import type { Drop, Pending, Wish } from "./board-pending";
import type { BoardState } from "./board-state";

/** A column to draw. Its identity stays as long as nothing in it moved and no sum changed. */
export type VisibleColumn = {
  readonly stageId: string;
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
  readonly stages: readonly BoardStage[];
  readonly members: readonly BoardMember[];
  readonly teams: readonly BoardTeam[];
  /** In the order of the stages. */
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
    stages: state.stages,
    members: state.members,
    teams: state.teams,
    columns: state.stages.map(({ id }) => columnOf(state, overlay, id)),
    cardOf: (id) => cardIn(overlay, state, id),
    savingIds: new Set(
      pending.filter((one) => one.answer === undefined).map((one) => one.opportunityId),
    ),
  };
}

function cardIn(overlay: Overlay, state: BoardState, id: string): Card | undefined {
  const laid = overlay.cards.get(id);
  return laid === undefined ? state.cards.get(id) : (laid ?? undefined);
}

function columnOf(state: BoardState, overlay: Overlay, stageId: string): VisibleColumn {
  const column = state.columns[stageId] ?? noColumn;
  const figures = overlay.figures[stageId] ?? noFigures;
  const changed = overlay.ids.get(stageId);
  const before = drawn.get(column);
  if (!changed && before?.stageId === stageId && before.figures === figures) return before;
  const visible: VisibleColumn = {
    stageId,
    ids: changed ?? (before?.stageId === stageId ? before.ids : confirmedIds(state, stageId)),
    hasMore: column.loadedTo !== null,
    count: Object.values(figures).reduce((sum, { count }) => sum + count, 0),
    figures,
  };
  if (!changed && column !== noColumn) drawn.set(column, visible);
  return visible;
}

function confirmedIds(state: BoardState, stageId: string): readonly string[] {
  return loadedIds(state.columns[stageId] ?? noColumn, (id) => state.cards.get(id));
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
    replace(overlay, state, undefined, wish.card);
    overlay.unplaced.add(id);
    idsOf(overlay, state, wish.card.stageId).unshift(id);
    return;
  }
  if (!current) return;
  if (wish.kind === "remove") {
    takeOut(overlay, state, current);
    replace(overlay, state, current, null);
    return;
  }
  if (answer === null) return;
  if (wish.kind === "edit") replace(overlay, state, current, { ...current, ...wish.patch });
  if (wish.kind === "move") {
    takeOut(overlay, state, current);
    const moved = current.stageId !== wish.stageId;
    const next = moved ? { ...current, stageId: wish.stageId, stageEnteredAt: wish.at } : current;
    replace(overlay, state, current, next);
    overlay.unplaced.add(id);
    const ids = idsOf(overlay, state, wish.stageId);
    ids.splice(indexOfDrop(ids, wish), 0, id);
  }
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
  const ids = idsOf(overlay, state, next.stageId);
  const stays =
    current?.stageId === next.stageId &&
    comparePlace(current, next) === 0 &&
    !overlay.unplaced.has(next.id) &&
    ids.includes(next.id);
  if (current && !stays) takeOut(overlay, state, current);
  replace(overlay, state, current, next);
  if (stays) return;
  overlay.unplaced.delete(next.id);
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
  const isPlaced = (id: string, isSought: (order: number) => boolean) => {
    const other = overlay.unplaced.has(id) ? undefined : cardIn(overlay, state, id);
    return other !== undefined && isSought(comparePlace(other, answer));
  };
  const lowest = ids.findLastIndex((id) => isPlaced(id, (order) => order < 0)) + 1;
  const below = ids.findIndex((id) => isPlaced(id, (order) => order > 0));
  const highest = below === -1 ? ids.length : below;
  if (wish.kind !== "move" && wish.kind !== "create") return highest;
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
  overlay.figures = reweigh(
    overlay.figures,
    current ? weightOf(current) : null,
    next ? weightOf(next) : null,
    (stageId) => state.stages.find((stage) => stage.id === stageId)?.probability,
  );
}

function idsOf(overlay: Overlay, state: BoardState, stageId: string): string[] {
  const owned = overlay.ids.get(stageId);
  if (owned) return owned;
  const ids = [...confirmedIds(state, stageId)];
  overlay.ids.set(stageId, ids);
  return ids;
}

function takeOut(overlay: Overlay, state: BoardState, card: Card): void {
  const ids = idsOf(overlay, state, card.stageId);
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
