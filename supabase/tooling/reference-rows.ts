import pg from "pg";

type Row = Record<string, unknown>;

export interface ReferenceRows {
  /** Qualified and quoted as SQL wants it. */
  table: string;
  keyColumns: string[];
  rows: { key: Row; row: Row }[];
}

/**
 * Rows that belong to the schema: in a database that nobody has used, every row is one of them.
 * Tables without a primary key cannot be compared and must be empty.
 */
export async function readReferenceRows(client: pg.Client): Promise<ReferenceRows[]> {
  const { rows: tables } = await client.query<{ name: string; keys: string[] | null }>(`
    select format('%I.%I', n.nspname, c.relname) as name, (
      select array_agg(a.attname::text order by a.attname)
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = c.oid and i.indisprimary
    ) as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') order by 1`);
  const found: ReferenceRows[] = [];
  for (const { name, keys } of tables) {
    const { rows } = await client.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${name} t order by t::text`,
    );
    if (rows.length === 0) continue;
    if (!keys) throw new Error(`${name} has reference rows but no primary key.`);
    found.push({
      table: name,
      keyColumns: keys,
      rows: rows.map(({ row }) => ({
        key: Object.fromEntries(keys.map((column) => [column, row[column]])),
        row,
      })),
    });
  }
  return inOrderOfReference(found, await readReferences(client));
}

type Reference = { from: string; to: string };

async function readReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select format('%I.%I', n.nspname, c.relname) as from, format('%I.%I', m.nspname, d.relname) as to
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class d on d.oid = f.confrelid join pg_namespace m on m.oid = d.relnamespace
    where f.contype = 'f' and f.conrelid <> f.confrelid`);
  return rows;
}

/** A table after those that its rows point to. */
function inOrderOfReference(
  tables: readonly ReferenceRows[],
  references: readonly Reference[],
): ReferenceRows[] {
  const left = new Map(tables.map((one) => [one.table, one]));
  const ordered: ReferenceRows[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ table }) => !references.some(({ from, to }) => from === table && left.has(to)),
    );
    if (free.length === 0) throw new Error("Tables with reference rows point to each other.");
    for (const one of free) left.delete(one.table);
    ordered.push(...free);
  }
  return ordered;
}

/** Statements that turn the reference rows `before` into those `after`; empty when they are equal. */
export function referenceRowsSql(
  before: readonly ReferenceRows[],
  after: readonly ReferenceRows[],
): string {
  const statements: string[] = [];
  for (const { table, keyColumns, rows } of after) {
    const known = new Map(
      before
        .find((other) => other.table === table)
        ?.rows.map(({ key, row }) => [JSON.stringify(key), JSON.stringify(row)]),
    );
    const changed = rows.filter(
      ({ key, row }) => known.get(JSON.stringify(key)) !== JSON.stringify(row),
    );
    if (changed.length > 0)
      statements.push(
        upsert(
          table,
          keyColumns,
          changed.map(({ row }) => row),
        ),
      );
  }
  for (const { table, rows } of before) {
    const kept = new Set(
      after.find((other) => other.table === table)?.rows.map(({ key }) => JSON.stringify(key)),
    );
    for (const { key } of rows.filter((row) => !kept.has(JSON.stringify(row.key)))) {
      const same = Object.entries(key).map(
        ([column, value]) => `${id(column)} = ${literal(value)}`,
      );
      statements.push(`delete from ${table} where ${same.join(" and ")};`);
    }
  }
  return statements.join("\n");
}

function upsert(table: string, keyColumns: readonly string[], rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {}).sort();
  const values = rows.map((row) => `  (${columns.map((name) => literal(row[name])).join(", ")})`);
  const updates = columns
    .filter((name) => !keyColumns.includes(name))
    .map((name) => `${id(name)} = excluded.${id(name)}`);
  const action = updates.length > 0 ? `update set ${updates.join(", ")}` : "nothing";
  return (
    `insert into ${table} (${columns.map(id).join(", ")}) values\n${values.join(",\n")}\n` +
    `on conflict (${keyColumns.map(id).join(", ")}) do ${action};`
  );
}

function id(name: string): string {
  return pg.escapeIdentifier(name);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return pg.escapeLiteral(typeof value === "string" ? value : JSON.stringify(value));
}
