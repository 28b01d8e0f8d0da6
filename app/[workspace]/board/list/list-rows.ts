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

/** All lines from top to bottom, read one by one: of those that nobody looks at none is made. */
export type ListRows = {
  readonly count: number;
  at(index: number): ListRow | undefined;
  /** -1 where there is no such row. */
  indexOf(key: string): number;
  /** The index of the head of the group that a row is in; -1 where there is no such row. */
  headOf(index: number): number;
};

/** The groups one below the other. Of a collapsed group there is only its head. */
export function listRows(
  columns: readonly VisibleColumn[],
  collapsed: ReadonlySet<string>,
): ListRows {
  let count = 0;
  const groups = columns.map((column) => {
    const isOpen = !collapsed.has(column.key);
    const start = count;
    count += isOpen ? 1 + column.ids.length + (column.hasMore ? 1 : 0) : 1;
    return { column, start, isOpen };
  });
  const groupAt = (index: number) =>
    index < count ? groups.findLast(({ start }) => start <= index) : undefined;
  return {
    count,
    at(index) {
      const group = groupAt(index);
      if (!group) return undefined;
      const { column, start } = group;
      if (index === start) return { kind: "head", key: headKey(column.key), column };
      const place = index - start;
      const id = column.ids[place - 1];
      if (id === undefined) return { kind: "more", key: `more ${column.key}`, column };
      return { kind: "card", key: id, place, column };
    },
    indexOf(key) {
      for (const { column, start, isOpen } of groups) {
        if (key === headKey(column.key)) return start;
        const at = isOpen ? column.ids.indexOf(key) : -1;
        if (at !== -1) return start + 1 + at;
      }
      return -1;
    },
    headOf: (index) => groupAt(index)?.start ?? -1,
  };
}

export function headKey(columnKey: string): string {
  return `head ${columnKey}`;
}

/** The row that a key leads to from another; heads and cards can be reached, "more" cannot. */
export function rowBeside(rows: ListRows, from: string, key: string): string | null {
  const at = rows.indexOf(from);
  if (at === -1) return null;
  if (key === "ArrowUp") return reachable(rows, at - 1, -1);
  if (key === "ArrowDown") return reachable(rows, at + 1, 1);
  if (key === "Home") return reachable(rows, 0, 1);
  return key === "End" ? reachable(rows, rows.count - 1, -1) : null;
}

function reachable(rows: ListRows, from: number, step: 1 | -1): string | null {
  const row = rows.at(from);
  return row?.kind === "more" ? reachable(rows, from + step, step) : (row?.key ?? null);
}

/** Groups whose next page should be asked for while rows from `start` to `end` can be seen. */
export function groupsNearEnd(
  rows: ListRows,
  start: number,
  end: number,
): readonly VisibleColumn[] {
  const groups: VisibleColumn[] = [];
  for (let index = start; index < end + pageAhead; index++) {
    const row = rows.at(index);
    if (row?.kind === "more" && row.column.ids.length > 0) groups.push(row.column);
  }
  return groups;
}

/** The next page is asked for when so few rows are left below the view. */
const pageAhead = 12;
