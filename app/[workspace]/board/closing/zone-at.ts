/** The stage whose zone lies under a point. */
export function zoneAt({ x, y }: { x: number; y: number }): string | null {
  for (const zone of document.querySelectorAll<HTMLElement>("[data-zone]")) {
    const { left, right, top, bottom } = zone.getBoundingClientRect();
    if (x >= left && x <= right && y >= top && y <= bottom) return zone.dataset.zone ?? null;
  }
  return null;
}
