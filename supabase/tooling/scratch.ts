import pg from "pg";
import { startTestDatabase } from "../local/realtime/test-database";
import type { SqlFile } from "./project";

export interface Scratch {
  /** A new database, as a hosted project's is before its first migration, with these files applied. */
  create(name: string, files: readonly SqlFile[]): Promise<ScratchDatabase>;
  stop(): Promise<void>;
}

export interface ScratchDatabase {
  url: string;
  /** As the role `postgres`, whom migrations run as. */
  client: pg.Client;
}

/** A Postgres of its own for comparing schemas; nothing of it stays after `stop`. */
export async function startScratch(): Promise<Scratch> {
  const postgres = await startTestDatabase();
  const opened: pg.Client[] = [];
  const open = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    opened.push(client);
    return client;
  };
  const admin = await open(withDatabase(postgres.url("supabase_admin"), "template1"));
  return {
    async create(name, files) {
      // Roles belong to the whole cluster; everything else comes with the copy.
      await admin.query(
        `create database ${admin.escapeIdentifier(name)} template postgres owner postgres`,
      );
      const url = withDatabase(postgres.url("postgres"), name);
      const client = await open(url);
      for (const file of files) await applyFile(client, file);
      return { url, client };
    },
    async stop() {
      for (const client of opened) await client.end();
      await postgres.stop();
    },
  };
}

/** Applies one file in a transaction. @throws with the file's name and the line when it fails */
export async function applyFile(client: pg.Client, { name, sql }: SqlFile): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
    const line = Number.isNaN(position) ? "" : `:${sql.slice(0, position).split("\n").length}`;
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${name}${line}: ${message}`, { cause: error });
  } finally {
    await client.query("reset all");
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
