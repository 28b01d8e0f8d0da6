import type { VisibleColumn } from "@/domain/board-visible";

/** A line of the list: the head of a group, one of its cards, or the promise of more. */
export type ListRow =
  | { readonly kind: "head"; readonly key: string; readonly column: VisibleColumn }
  | {
      readonly kind: "card";
      readonly key: string;
      /** From 1, within its group. */
      readonly place: number;
      readonly column: VisibleColumn;
    }
  | { readonly kind: "more"; readonly key: string; readonly column: VisibleColumn };

/** The groups as one flat list from top to bottom. Of a collapsed group there is only its head. */
export function listRows(
  columns: readonly VisibleColumn[],
  collapsed: ReadonlySet<string>,
): readonly ListRow[] {
  return columns.flatMap((column): ListRow[] => {
    const head: ListRow = { kind: "head", key: headKey(column.key), column };
    if (collapsed.has(column.key)) return [head];
    const cards = column.ids.map(
      (id, index): ListRow => ({ kind: "card", key: id, place: index + 1, column }),
    );
    const more: ListRow = { kind: "more", key: `more ${column.key}`, column };
    return [head, ...cards, ...(column.hasMore ? [more] : [])];
  });
}

export function headKey(columnKey: string): string {
  return `head ${columnKey}`;
}

/** The row that a key leads to from another; heads and cards can be reached, "more" cannot. */
export function rowBeside(rows: readonly ListRow[], from: string, key: string): string | null {
  const reachable = rows.filter(({ kind }) => kind !== "more");
  const at = reachable.findIndex((row) => row.key === from);
  if (at === -1) return null;
  if (key === "ArrowUp") return reachable[at - 1]?.key ?? null;
  if (key === "ArrowDown") return reachable[at + 1]?.key ?? null;
  if (key === "Home") return reachable[0]?.key ?? null;
  return key === "End" ? (reachable.at(-1)?.key ?? null) : null;
}

/** Groups whose next page should be asked for while rows up to `end` can be seen. */
export function groupsNearEnd(
  rows: readonly ListRow[],
  start: number,
  end: number,
): readonly VisibleColumn[] {
  return rows
    .slice(start, end + pageAhead)
    .flatMap((row) => (row.kind === "more" && row.column.ids.length > 0 ? [row.column] : []));
}

/** The next page is asked for when so few rows are left below the view. */
const pageAhead = 12;
