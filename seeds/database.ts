import pg from "pg";

/** What a builder needs of a connection; a `pg.Client` and a client of a pool both have it. */
export type Database = Pick<pg.Client, "query">;

/**
 * Connects as the role of `databaseUrl` (seeds want `postgres`, which owns the schema), runs
 * `work` in one transaction and closes the connection. A failure leaves nothing behind.
 */
export async function inTransaction<T>(
  databaseUrl: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "seeds" });
  // Without a listener a lost connection would end the process; the query under way rejects anyhow.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      // The connection is gone, and the transaction with it; the first error says why.
    });
    throw error;
  } finally {
    await client.end();
  }
}

/** The only row of a query that must have one. */
export async function one<Row extends pg.QueryResultRow>(
  database: Database,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const { rows } = await database.query<Row>(sql, [...values]);
  const row = rows[0];
  if (!row || rows.length > 1) throw new Error(`Expected one row, got ${rows.length}: ${sql}`);
  return row;
}

/**
 * Adds rows of one shape, named as the columns of `table`; the database fills the others. Values
 * travel as one JSON parameter, so numbers of rows and columns are free.
 */
export async function insertRows(
  database: Database,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await database.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
