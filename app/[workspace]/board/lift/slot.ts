/** A place in a column: the index that a card put there gets, counted without the lifted card. */
export type Slot = {
  readonly column: string;
  readonly index: number;
  /** Over the zone of a stage, in place of its column. */
  readonly isZone?: true;
};

/** The cards of a column as they stand while one is in hand. */
export function without(ids: readonly string[], handId: string | null): readonly string[] {
  return handId !== null && ids.includes(handId) ? ids.filter((id) => id !== handId) : ids;
}

/** The neighbours of a slot as the database wants them: the card above and the card below. */
export function neighboursOf(
  ids: readonly string[],
  index: number,
): { afterId: string | null; beforeId: string | null } {
  return { afterId: ids[index - 1] ?? null, beforeId: ids[index] ?? null };
}

export function isSameSlot(a: Slot | null, b: Slot | null): boolean {
  return a?.column === b?.column && a?.index === b?.index && a?.isZone === b?.isZone;
}

/**
 * Where a card lands whose upper edge is `top` px below the upper edge of the column's first card:
 * it takes the place of the card it covers by more than half.
 */
export function indexAt(top: number, stride: number, count: number): number {
  return Math.max(0, Math.min(count, Math.round(top / stride)));
}

/** How wide the zones at the edges are in which a lifted card scrolls, in px. */
const edge = 64;
/** Fastest scrolling, in px per second. */
const fastest = 1100;

/**
 * Speed of scrolling, px per second, for a pointer between two edges: 0 in the middle, growing
 * with the square of how far the pointer is into the zone, so that it can be steered.
 */
export function scrollSpeed(pointer: number, start: number, end: number): number {
  const zone = Math.min(edge, (end - start) / 3);
  const into = (distance: number) => Math.min(1, Math.max(0, 1 - distance / zone)) ** 2;
  const speed = fastest * (into(end - pointer) - into(pointer - start));
  return speed === 0 ? 0 : speed;
}

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

export function isArrow(key: string): key is Arrow {
  return key === "ArrowUp" || key === "ArrowDown" || key === "ArrowLeft" || key === "ArrowRight";
}

/**
 * The slot beside another in the direction of an arrow; the same slot at the edge of the board.
 * `columns` are the cards of each column without the lifted one.
 */
export function slotBeside(
  slot: Slot,
  arrow: Arrow,
  columns: readonly { key: string; ids: readonly string[] }[],
): Slot {
  const at = columns.findIndex(({ key }) => key === slot.column);
  const column = columns[at];
  if (!column) return slot;
  if (arrow === "ArrowUp") return { ...slot, index: Math.max(0, slot.index - 1) };
  if (arrow === "ArrowDown") {
    return { ...slot, index: Math.min(column.ids.length, slot.index + 1) };
  }
  const next = columns[arrow === "ArrowLeft" ? at - 1 : at + 1];
  if (!next) return slot;
  return { column: next.key, index: Math.min(slot.index, next.ids.length) };
}
