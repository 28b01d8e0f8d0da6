import type { BoardStage } from "./board-answers";
import type { Card } from "./board-card";
import { isShown } from "./board-match";
import { type BoardQuery, type Grouping, none } from "./board-query";

/** What a board is cut into columns by. */
export type View = { readonly query: BoardQuery; readonly stages: readonly BoardStage[] };

/** Months a board by month shows one by one, from the present one on; then comes `later`. */
const monthsAhead = 6;
/** Columns of a board by month beside the months themselves ("2026-11") and `none`. */
export const past = "past";
export const later = "later";

/** The column that shows a card: a stage, an owner or `none`, a month; null where none does. */
export function columnKeyOf(card: Card, { query, stages }: View): string | null {
  const stage = stages.find(({ id }) => id === card.stageId);
  if (!isShown(card, stage, query)) return null;
  if (query.group === "stage") return card.stageId;
  if (query.group === "owner") return card.ownerId ?? none;
  return monthKeyOf(card.expectedCloseOn, query.today ?? "");
}

/**
 * A card's place among those of its column: text in byte order, another for each card. By stage it
 * is the rank, else the day of closing, and those without one come last.
 */
export function placeIn(
  group: Grouping,
  { id, rank, expectedCloseOn }: Pick<Card, "id" | "rank" | "expectedCloseOn">,
): string {
  return `${group === "stage" ? rank : (expectedCloseOn ?? "~")} ${id}`;
}

function monthKeyOf(day: string | null, today: string): string {
  if (day === null) return none;
  const month = day.slice(0, 7);
  if (month < today.slice(0, 7)) return past;
  return month > monthAfter(today, monthsAhead - 1) ? later : month;
}

/** The months that a board by month shows one by one, "2026-11" first. */
export function monthsFrom(today: string): readonly string[] {
  return Array.from({ length: monthsAhead }, (_, index) => monthAfter(today, index));
}

/** The month `count` months after that of a day: "2026-12" is 1 after "2026-11-25". */
export function monthAfter(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = String(Math.floor(months / 12)).padStart(4, "0");
  return `${year}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/**
 * What a card must become to stand in a column by owner or month: its last day stands for a month.
 * Null where that would not say enough, as before or after the months that are shown.
 */
export function patchFor(
  group: Grouping,
  column: string,
): { ownerId: string | null } | { expectedCloseOn: string | null } | null {
  if (group === "owner") return { ownerId: column === none ? null : column };
  if (group === "stage" || column === past || column === later) return null;
  return { expectedCloseOn: column === none ? null : lastDayOf(column) };
}

/** The last day of a month: "2026-02-28" of "2026-02". */
export function lastDayOf(month: string): string {
  const next = `${monthAfter(`${month}-01`, 1)}-01T00:00:00Z`;
  return new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
}
