/**
 * The part of the page an element belongs to. Popups are put there rather than at the end of the
 * page: screen readers find them where they were opened, and they keep the accent. They are placed
 * by `position: fixed`, so scrolling parts do not clip them.
 */
export function landmarkOf(element: Element | null): HTMLElement | undefined {
  return (
    element?.closest<HTMLElement>("[role=dialog], [role=alertdialog], main, aside, nav") ??
    undefined
  );
}
