/** Longest wait for one, ms. */
const patience = 2_000;
/** Between two looks, ms. */
const pause = 50;

/**
 * Resolves when the browser has nothing better to do: the page stands and reacts. At once on the
 * server.
 */
export async function quietMoment(): Promise<void> {
  if (typeof document === "undefined") return;
  const end = performance.now() + patience;
  await idle();
  // Parts of a page come to life one after another, and the browser is idle in between.
  while (document.querySelector("[data-asleep]") && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ("requestIdleCallback" in window)
      requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, patience / 10);
  });
}

/** For an element that the server draws and scripts bring to life: `data-asleep=""` and this ref. */
export function wake(element: HTMLElement | null): void {
  element?.removeAttribute("data-asleep");
}
