import type { MouseEvent } from "react";

/**
 * The card that a click means: anywhere on it, except on its buttons. Alone its name is a link, so
 * that a card can be opened in a tab of its own. With Alt the browser does something else.
 */
export function clickedCard({ target, altKey }: MouseEvent): string | null {
  if (altKey || !(target instanceof Element) || target.closest("button")) return null;
  return target.closest<HTMLElement>("[data-card]")?.dataset.card ?? null;
}
