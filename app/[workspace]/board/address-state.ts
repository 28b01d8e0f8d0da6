/**
 * In the entry of the history that this page made by opening a panel: closing goes back over it.
 * A new object each time, because Next marks the one it is given as its own.
 */
const madeHere = () => ({ spurPanel: true });

export function pushAddress(address: URL): void {
  window.history.pushState(madeHere(), "", address);
}

/**
 * Says something else in the present entry of the history. Next's own state must not be handed
 * back to it: it would take the change for its own and tell nobody.
 */
export function replaceAddress(address: URL): void {
  window.history.replaceState(isMadeHere() ? madeHere() : null, "", address);
}

/** Whether the step before this one was the same page without a panel. */
export function isMadeHere(): boolean {
  const state: unknown = window.history.state;
  return typeof state === "object" && state !== null && "spurPanel" in state;
}
