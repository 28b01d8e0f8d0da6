import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SUPABASE_DIR = fileURLToPath(new URL("..", import.meta.url));

export const SCHEMAS_DIR = join(SUPABASE_DIR, "schemas");
export const MIGRATIONS_DIR = join(SUPABASE_DIR, "migrations");
export const TYPES_FILE = join(SUPABASE_DIR, "database.types.ts");
/** In the format of `sha256sum`, so that `sha256sum --check` reads it too. */
export const CHECKSUMS_FILE = join(MIGRATIONS_DIR, "checksums");

export interface SqlFile {
  name: string;
  sql: string;
}

/** The .sql files of a directory in the order of their names, which is the order they apply in. */
export async function readSqlFiles(dir: string): Promise<SqlFile[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith(".sql")).sort();
  return await Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(dir, name), "utf8") })),
  );
}

/** One `<sha256>  <file>` line for each migration. */
export function checksums(migrations: readonly SqlFile[]): string {
  return migrations
    .map(({ name, sql }) => `${createHash("sha256").update(sql).digest("hex")}  ${name}\n`)
    .join("");
}

/** Adds the sums of new migrations; the line of an older one is never rewritten. */
export async function recordChecksums(): Promise<void> {
  const recorded = await readFile(CHECKSUMS_FILE, "utf8").catch(() => "");
  const known = new Set(recorded.split("\n").map((line) => line.split("  ")[1]));
  const fresh = (await readSqlFiles(MIGRATIONS_DIR)).filter(({ name }) => !known.has(name));
  await writeFile(CHECKSUMS_FILE, recorded + checksums(fresh));
}
