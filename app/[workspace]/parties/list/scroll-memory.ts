/** Where lists were scrolled to, as long as the page is not loaded anew. */
const offsets = new Map<string, number>();

export function rememberOffset(listKey: string, offset: number): void {
  offsets.set(listKey, offset);
}

/** Px from the top. */
export function recallOffset(listKey: string): number {
  return offsets.get(listKey) ?? 0;
}
