/** True if an event began on an element or inside it. */
export function isPressOn(element: Element | null, event: Event): boolean {
  return element !== null && event.target instanceof Node && element.contains(event.target);
}
