import { countKept, keptKeys } from "@/app/_realtime/outbox/keys";
import { currentToasts, dismissToast } from "@/app/_ui/toast/toast-store";
import type { CurrentSession } from "@/domain/session";

/** What is on its way arrives within this time or waits for longer, ms. */
const patience = 1_500;
const glance = 50;

/**
 * Lets the writes of whoever is signed in arrive, those among them that could still be undone.
 * @returns how many stay on the device
 * @throws what `readSession` throws
 */
export async function finishWrites(
  readSession: () => Promise<CurrentSession | null>,
): Promise<number> {
  for (const { id } of currentToasts()) dismissToast(id);
  if (keptKeys().length === 0) return 0;
  const session = await readSession();
  if (!session) return 0;
  for (let waited = 0; countKept(session.memberships) > 0 && waited < patience; waited += glance) {
    await new Promise((resolve) => setTimeout(resolve, glance));
  }
  return countKept(session.memberships);
}
