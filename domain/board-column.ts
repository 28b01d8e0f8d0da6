/**
 * The held cards of a column in its order. Cards beyond `loadedTo` are known from events, but there
 * may be others between them: they are shown once their page is loaded.
 */
export type Column = {
  readonly ids: readonly string[];
  /** The place up to which every card is held (see `placeIn`); null when all are. */
  readonly loadedTo: string | null;
};

/** The first index whose card is not before `place`; places compare as text in byte order. */
export function indexOfPlace(
  ids: readonly string[],
  place: string,
  placeOf: (id: string) => string | undefined,
): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = placeOf(ids[middle] ?? "");
    if (other !== undefined && other < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isLoaded(column: Column, place: string): boolean {
  return column.loadedTo === null || place <= column.loadedTo;
}

/** How many cards stand in the loaded pages: those are held without a gap from the top. */
export function loadedEnd(column: Column, placeOf: (id: string) => string | undefined): number {
  if (column.loadedTo === null) return column.ids.length;
  const at = indexOfPlace(column.ids, column.loadedTo, placeOf);
  return placeOf(column.ids[at] ?? "") === column.loadedTo ? at + 1 : at;
}

/** The cards to show. */
export function loadedIds(
  column: Column,
  placeOf: (id: string) => string | undefined,
): readonly string[] {
  const end = loadedEnd(column, placeOf);
  return end === column.ids.length ? column.ids : column.ids.slice(0, end);
}
