import { readFile } from "node:fs/promises";
import type pg from "pg";
import { type ReferenceRows, readReferenceRows } from "./reference-rows";

/** Everything a migration can make, by name: `"column public.teams.name"` → its definition. */
export type Catalog = Map<string, string>;

/** Reads the whole schema of `public` and `private`, and the rows that belong to it. */
export async function readCatalog(client: pg.Client): Promise<Catalog> {
  const sql = await readFile(new URL("./catalog.sql", import.meta.url), "utf8");
  const { rows } = await client.query<{ kind: string; name: string; definition: string }>(sql);
  const catalog: Catalog = new Map(
    rows.map(({ kind, name, definition }) => [`${kind} ${name}`, definition]),
  );
  for (const table of await readReferenceRows(client)) {
    for (const [key, row] of rowsByKey(table)) catalog.set(`row ${table.table} ${key}`, row);
  }
  return catalog;
}

/**
 * What differs between two catalogs, a sentence each, sorted; empty when they agree.
 * @param names how to call the two in the sentences
 */
export function compareCatalogs(
  left: Catalog,
  right: Catalog,
  names: { left: string; right: string },
): string[] {
  const differences: string[] = [];
  for (const [name, definition] of left) {
    const other = right.get(name);
    if (other === undefined) differences.push(`${name}: only in the ${names.left}`);
    else if (other !== definition) {
      differences.push(`${name}:\n  ${names.left}: ${definition}\n  ${names.right}: ${other}`);
    }
  }
  for (const name of right.keys()) {
    if (!left.has(name)) differences.push(`${name}: only in the ${names.right}`);
  }
  return differences.sort();
}

function rowsByKey({ rows }: ReferenceRows): [string, string][] {
  return rows.map(({ key, row }) => [JSON.stringify(key), JSON.stringify(row)]);
}
