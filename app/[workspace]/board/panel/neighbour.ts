import type { VisibleBoard } from "@/domain/board-visible";

/** The loaded card below (1) or above (-1) another in its column; null at either end. */
export function neighbourOf(
  { columns }: Pick<VisibleBoard, "columns">,
  id: string,
  step: 1 | -1,
): string | null {
  const ids = columns.find((column) => column.ids.includes(id))?.ids ?? [];
  const at = ids.indexOf(id);
  return at === -1 ? null : (ids[at + step] ?? null);
}
