import type { Pool } from "pg";
import type { Log } from "./log";

const EVERY_MS = 600_000;

/**
 * Deletes delivered messages, at once and every ten minutes. Hosted Supabase keeps them for three
 * days to replay them; nothing here reads them again, and a day stays clear of time zones, since
 * `inserted_at` has none.
 *
 * @returns a function that stops it
 */
export function prunePeriodically(pool: Pool, log: Log): () => void {
  const prune = () => {
    pool
      .query("delete from realtime.messages where inserted_at < localtimestamp - interval '1 day'")
      .catch((error: Error) => log("error", `pruning messages: ${error.message}`));
  };
  prune();
  const timer = setInterval(prune, EVERY_MS).unref();
  return () => clearInterval(timer);
}
