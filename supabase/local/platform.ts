import { readFile } from "node:fs/promises";
import type pg from "pg";
import { authSchemaSql } from "./auth-schema";
import { installRealtimeSchema } from "./realtime/schema";

const PASSWORD_ROLES = ["postgres", "authenticator", "supabase_auth_admin"] as const;

/**
 * Brings an empty Postgres to the state in which a hosted project meets its first migration:
 * roles, the auth tables, `auth.uid()`, extensions, the realtime schema. Repeatable, in one
 * transaction. `client` is connected as `supabase_admin`.
 */
export async function installPlatform(client: pg.Client, password: string): Promise<void> {
  const platform = await readFile(new URL("./platform.sql", import.meta.url), "utf8");
  await client.query("begin");
  try {
    await client.query("set local client_min_messages = warning");
    await client.query("create schema if not exists auth");
    // Before platform.sql, which puts its own auth.uid() in the place of the Auth server's.
    await client.query(await authSchemaSql());
    await client.query(platform);
    await installRealtimeSchema(client);
    for (const role of PASSWORD_ROLES) {
      await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
