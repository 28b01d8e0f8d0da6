import { readFile } from "node:fs/promises";
import type { Client } from "pg";

const schemaFile = new URL("./schema.sql", import.meta.url);

/**
 * Creates the `realtime` schema, `realtime.messages`, `realtime.topic()`, `realtime.send()` and
 * `realtime.broadcast_changes()` as hosted Supabase has them. Idempotent, one transaction.
 *
 * @param client a connected superuser; the roles `anon`, `authenticated`, `service_role` and
 *   `postgres` must exist. Rejects with the error of Postgres and changes nothing on failure.
 */
export async function installRealtimeSchema(client: Client): Promise<void> {
  // A query of several statements without parameters is one implicit transaction.
  await client.query(await readFile(schemaFile, "utf8"));
}
