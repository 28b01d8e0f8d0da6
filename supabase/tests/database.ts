import pg from "pg";
import { afterAll } from "vitest";
import { testStack } from "./stack";

export type Row = Record<string, unknown>;

/** Anything that SQL can be sent through: a pool, or one connection of it. */
export type Database = Pick<pg.Pool, "query">;

/** Connections as `postgres`, the owner of the schema, closed when the tests of this file end. */
export function openDatabase(max = 8): pg.Pool {
  const pool = new pg.Pool({ connectionString: testStack().databaseUrl, max });
  // Without a listener a lost connection would end the process; the query itself rejects anyhow.
  pool.on("error", () => {});
  afterAll(() => pool.end());
  return pool;
}

/** The only row of a query. @throws when there are none or several */
export async function one(database: Database, sql: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await database.query<Row>(sql, values);
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error(`${rows.length} rows instead of one: ${sql}`);
  return row;
}

/** The only column of the only row. */
export async function value(database: Database, sql: string, values: unknown[] = []) {
  return Object.values(await one(database, sql, values))[0];
}

/** The five-letter code and the message of an error of Postgres; anything else is thrown on. */
export async function failure(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return { code: error.code ?? "", message: error.message };
  }
  return { code: "", message: "" };
}
