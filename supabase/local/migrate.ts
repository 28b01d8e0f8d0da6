import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

export interface Migration {
  version: string;
  name: string;
  path: string;
}

/** A migration failed; nothing of it was kept. */
class MigrationError extends Error {
  override readonly name = "MigrationError";

  constructor(migration: Migration, cause: unknown, sql: string) {
    const { message, where, hint, detail } = explain(cause, sql);
    super([`${migration.path}${where}: ${message}`, detail, hint].filter(Boolean).join("\n"), {
      cause,
    });
  }
}

/** Any number will do; whoever migrates this database must take the same. */
const MIGRATION_LOCK = 7_478_301;

/**
 * Applies what is missing of a directory of `<version>_<name>.sql`, in order, each in a transaction
 * of its own, and keeps the same history table as `supabase migration up`, so that either may go
 * on where the other stopped. `client` is connected as `postgres`, as on a hosted project.
 *
 * Not done by the CLI itself (`supabase migration up --remote=<url>` works here too): that takes one
 * and a half seconds at every start, this some milliseconds, and it names file, line and hint.
 *
 * @returns the migrations that were applied now
 * @throws {MigrationError}
 */
export async function migrate(client: pg.Client, dir: string): Promise<Migration[]> {
  const migrations = await listMigrations(dir);
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    await client.query("set client_min_messages = warning");
    await client.query("create schema if not exists supabase_migrations");
    await client.query(
      `create table if not exists supabase_migrations.schema_migrations (
        version text not null primary key, statements text[], name text,
        created_by text, idempotency_key text unique, rollback text[]
      )`,
    );
    await client.query("reset client_min_messages");
    const { rows } = await client.query<{ version: string }>(
      "select version from supabase_migrations.schema_migrations",
    );
    const applied = new Set(rows.map(({ version }) => version));
    const missing = migrations.filter(({ version }) => !applied.has(version));
    for (const migration of missing) await apply(client, migration);
    return missing;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
}

/** The migrations of a directory by version; other files are none. */
async function listMigrations(dir: string): Promise<Migration[]> {
  const migrations = (await readdir(dir)).flatMap((file) => {
    const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
    return version && name ? [{ version, name, path: join(dir, file) }] : [];
  });
  return migrations.sort((a, b) => (a.version < b.version ? -1 : 1));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const sql = await readFile(migration.path, "utf8");
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query(
      "insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)",
      [migration.version, migration.name, [sql]],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new MigrationError(migration, error, sql);
  } finally {
    // A migration may `set` what must not reach the next one.
    await client.query("reset all");
  }
}

function explain(cause: unknown, sql: string) {
  if (!(cause instanceof Error)) return { message: String(cause), where: "", hint: "", detail: "" };
  const field = (name: string) => {
    const value: unknown = Reflect.get(cause, name);
    return typeof value === "string" ? value : "";
  };
  const position = Number(field("position"));
  const where = position > 0 ? `:${sql.slice(0, position).split("\n").length}` : "";
  return { message: cause.message, where, hint: field("hint"), detail: field("detail") };
}
