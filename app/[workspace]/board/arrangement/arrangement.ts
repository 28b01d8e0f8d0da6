/** How high cards are. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** How one person arranged the columns of one workspace on one device. */
export type Arrangement = {
  readonly density: Density;
  /** Keys of columns that are folded to a rail. */
  readonly folded: readonly string[];
  /** Keys of columns from left to right; those that are missing keep their usual neighbours. */
  readonly order: readonly string[];
};

export const asUsual: Arrangement = { density: "comfortable", folded: [], order: [] };

/** A cookie, so that the server draws the board right at once. */
export const arrangementCookie = "spur-board";

/** What fits into a cookie beside others. */
const mostKeys = 30;

/** As the cookie says it. */
export function writeArrangement({ density, folded, order }: Arrangement): string {
  const kept = { density, folded: folded.slice(-mostKeys), order: order.slice(0, mostKeys) };
  return JSON.stringify(kept);
}

/** Columns in a person's own order; what they never placed follows its usual neighbour. */
export function arrange<C extends { readonly key: string }>(
  columns: readonly C[],
  order: readonly string[],
): readonly C[] {
  if (order.length === 0) return columns;
  const placed = [...new Set(order)].flatMap(
    (key) => columns.find((column) => column.key === key) ?? [],
  );
  columns.forEach((column, index) => {
    if (placed.includes(column)) return;
    const before = columns[index - 1];
    const at = before === undefined ? 0 : placed.indexOf(before) + 1;
    placed.splice(at, 0, column);
  });
  return placed;
}

/** The order after a column went one step to the left or right. */
export function shifted(keys: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const at = keys.indexOf(key);
  const other = keys[at + by];
  if (at === -1 || other === undefined) return keys;
  return keys.map((one) => {
    if (one === key) return other;
    return one === other ? key : one;
  });
}
