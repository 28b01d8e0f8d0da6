import type { Figures } from "./board-figures";
import { later, monthsFrom, past } from "./board-grouping";
import { none } from "./board-query";
import type { BoardState } from "./board-state";

/**
 * The columns of a board from left to right: all stages; all active owners that were asked for, and
 * others as long as something is theirs; the months from the present one on. Columns at the edges of time, and for
 * what belongs nowhere, are there only while they hold something.
 */
export function columnKeysOf(
  { query, stages, members }: Pick<BoardState, "query" | "stages" | "members">,
  { figures }: { figures: Figures },
): readonly string[] {
  const filled = (keys: readonly string[]) => keys.filter((key) => figures[key] !== undefined);
  if (query.group === "stage") return stages.map(({ id }) => id);
  if (query.group === "month") {
    return [...filled([past]), ...monthsFrom(query.today ?? ""), ...filled([later, none])];
  }
  const { ownerIds } = query.condition;
  const shown = members.filter(({ id, isActive }) => {
    return figures[id] !== undefined || (isActive && (!ownerIds || ownerIds.includes(id)));
  });
  return [...shown.map(({ id }) => id), ...filled([none])];
}
