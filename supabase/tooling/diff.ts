import { extract } from "@supabase/pg-delta/extract";
import { type Plan, plan } from "@supabase/pg-delta/plan";
import pg from "pg";
import { compareCatalogs, readCatalog } from "./catalog";
import type { SqlFile } from "./project";
import { readReferenceRows, referenceRowsSql } from "./reference-rows";
import { applyFile, type Scratch, startScratch } from "./scratch";

export interface SchemaDiff {
  /** The body of a migration; empty when nothing differs. */
  sql: string;
  /** What to look at before committing it: data that is lost, tables that are rewritten. */
  warnings: string[];
}

/**
 * The migration that leads from all `migrations` to the declared `schemas`. It is proven: applied
 * to the former in a scratch database, it must give exactly the latter.
 * @throws when a file fails, or when the result would still differ; then write it by hand
 */
export async function diffSchemas(
  migrations: readonly SqlFile[],
  schemas: readonly SqlFile[],
): Promise<SchemaDiff> {
  // A first migration needs no comparing: it is the schema, comments and order included.
  if (migrations.length === 0) return { sql: joinFiles(schemas), warnings: [] };
  const scratch = await startScratch();
  try {
    return await diffIn(scratch, migrations, schemas);
  } finally {
    await scratch.stop();
  }
}

async function diffIn(
  scratch: Scratch,
  migrations: readonly SqlFile[],
  schemas: readonly SqlFile[],
): Promise<SchemaDiff> {
  const migrated = await scratch.create("migrated", migrations);
  const declared = await scratch.create("declared", schemas);
  const [from, to] = await Promise.all([factsOf(migrated.url), factsOf(declared.url)]);
  const steps = plan(from, to);
  const rows = referenceRowsSql(
    await readReferenceRows(migrated.client),
    await readReferenceRows(declared.client),
  );
  const sql = [renderPlan(steps), rows].filter(Boolean).join("\n\n");

  await applyFile(migrated.client, { name: "the new migration", sql });
  const left = compareCatalogs(
    await readCatalog(migrated.client),
    await readCatalog(declared.client),
    { left: "migrated database", right: "declared schema" },
  );
  if (left.length > 0) {
    throw new Error(`The migration below is not complete.\n${left.join("\n")}\n\n${sql}`);
  }
  return { sql, warnings: warningsOf(steps) };
}

async function factsOf(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on("error", () => {});
  try {
    return (await extract(pool)).factBase;
  } finally {
    await pool.end();
  }
}

/** @throws when a step cannot run inside the transaction that a migration is */
function renderPlan({ actions, preamble }: Plan): string {
  const outside = actions.find(
    (action) => action.transactionality !== "transactional" || action.newSegmentBefore,
  );
  if (outside) throw new Error(`Needs a migration of its own, by hand: ${outside.sql}`);
  if (actions.length === 0) return "";
  const settings = preamble.map(
    ({ name, value }) => `set local ${name} = ${pg.escapeLiteral(value)};`,
  );
  const statements = columnRightsLast(actions.map(({ sql }) => `${sql.trim().replace(/;$/, "")};`));
  return [settings.join("\n"), ...statements].filter(Boolean).join("\n\n");
}

/** pg-delta revokes the rights to a table after granting those to its columns, which takes them away. */
function columnRightsLast(statements: readonly string[]): string[] {
  const isColumnRight = (sql: string) => /^(grant|revoke) [^;(]*\("[^;]*"\) on table /i.test(sql);
  return [
    ...statements.filter((sql) => !isColumnRight(sql)),
    ...statements.filter((sql) => isColumnRight(sql)),
  ];
}

function warningsOf({ actions }: Plan): string[] {
  const created = actions.flatMap(({ sql }) => /^create table (\S+)/i.exec(sql)?.[1] ?? []);
  return actions.flatMap(({ sql, dataLoss, rewriteRisk }) => {
    if (dataLoss === "destructive") return [`loses data: ${sql}`];
    const isNew = created.some((table) => sql.includes(` ${table} `));
    return rewriteRisk && !isNew ? [`may rewrite a whole table: ${sql}`] : [];
  });
}

function joinFiles(files: readonly SqlFile[]): string {
  return files.map(({ name, sql }) => `-- schemas/${name}\n\n${sql.trim()}\n`).join("\n");
}
