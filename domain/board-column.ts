import type { Card } from "./board-card";

/**
 * The held cards of a stage in the order of the column. Cards beyond `loadedTo` are known from
 * events, but there may be others between them: they are shown once their page is loaded.
 */
export type Column = {
  readonly ids: readonly string[];
  /** The rank up to which every card is held; null when all are. */
  readonly loadedTo: string | null;
};

export type Placed = Pick<Card, "id" | "rank">;

/**
 * Byte order, as `collate "C"`: ranks are ASCII, whose code units compare as their bytes. Two cards
 * can share a rank for the moment in which only one of two topics has told of its change.
 */
export function comparePlace(a: Placed, b: Placed): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The first index whose card is not before `place`. */
export function indexOfPlace(
  ids: readonly string[],
  place: Placed,
  placeOf: (id: string) => Placed | undefined,
): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = placeOf(ids[middle] ?? "");
    if (other && comparePlace(other, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isLoaded(column: Column, rank: string): boolean {
  return column.loadedTo === null || rank <= column.loadedTo;
}

/** The cards to show: held without a gap from the top. */
export function loadedIds(
  column: Column,
  placeOf: (id: string) => Placed | undefined,
): readonly string[] {
  if (column.loadedTo === null) return column.ids;
  const last = { rank: column.loadedTo, id: "\uffff" };
  const end = indexOfPlace(column.ids, last, placeOf);
  return end === column.ids.length ? column.ids : column.ids.slice(0, end);
}
