/** Between two attempts, ms. */
const pause = 2_000;

/**
 * Fetches code of this page and waits for the line where there is none: a part that is missing for a
 * moment must not take the page down with everything typed on it.
 * @throws when the server is there and has no such code any more, as after an update
 */
export async function fetchCode<Code>(fetchOnce: () => Promise<Code>): Promise<Code> {
  for (let refusals = 0; ; ) {
    try {
      return await fetchOnce();
    } catch (error) {
      // The line may have come back just now: once is no proof.
      if (await isServerThere()) refusals += 1;
      if (refusals > 1) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function isServerThere(): Promise<boolean> {
  return fetch("/api/health", { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}
