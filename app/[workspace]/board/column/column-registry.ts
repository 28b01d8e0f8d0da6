/** What the board needs of a drawn column: to measure it, to scroll it, to bring a card into it. */
export type ColumnHandle = {
  /** The box whose content scrolls. */
  readonly scroller: HTMLElement;
  /** Scrolls so that a row can be seen, and draws it. */
  reveal(index: number): void;
};

/** The drawn columns of a board by stage. Not state: nothing is drawn from it. */
export type ColumnRegistry = Map<string, ColumnHandle>;

/** The element of a card in the columns; null while it is not drawn. */
export function cardElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
}

/** Where a card is on the screen; null while it is not drawn, or scrolled out of its column. */
export function cardRect(id: string): DOMRect | null {
  const element = cardElement(id);
  const scroller = element?.closest("[data-column]");
  if (!element || !scroller) return null;
  const rect = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const isSeen = rect.bottom > view.top && rect.top < view.bottom;
  return isSeen && rect.right > 0 && rect.left < window.innerWidth ? rect : null;
}
