const prefix = "spur-import-";

/*
 * Two windows could bring in the same import; that does no harm, but the second one should not
 * offer to discard what the first one is at. Without locks (plain http) it does offer it.
 */

/** Does the work while other windows of this browser can see that it is being done. */
export async function whileLocked(importId: string, work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request(prefix + importId, work);
}

/** The imports that are under way in any window of this browser. */
export async function importsUnderWay(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = "" }) => name.slice(prefix.length)));
}
