/**
 * Whether a single key was pressed as a shortcut: alone, once, and where nobody is typing and
 * nothing floats above the page.
 */
export function isPlainPress(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat) return false;
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  if (document.querySelector("[data-layer]")) return false;
  return !(
    event.target instanceof Element &&
    event.target.closest("input, textarea, select, [contenteditable], [data-panel]")
  );
}
