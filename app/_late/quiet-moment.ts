/** Longest wait for one, ms. */
const patience = 2_000;

/**
 * Resolves when the browser has nothing better to do: the page stands and reacts. At once on the
 * server.
 */
export function quietMoment(): Promise<void> {
  if (typeof window === "undefined") return Promise.resolve();
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ("requestIdleCallback" in window)
      requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, patience / 10);
  });
}
