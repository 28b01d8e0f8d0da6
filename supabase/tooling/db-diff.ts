import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diffSchemas } from "./diff";
import { MIGRATIONS_DIR, readSqlFiles, recordChecksums, SCHEMAS_DIR } from "./project";

/** `npm run db:diff -- <name>`: writes the migration that leads to the declared schema. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error("Say in snake_case what changes: npm run db:diff -- add_tasks");
  }
  const migrations = await readSqlFiles(MIGRATIONS_DIR);
  const { sql, warnings } = await diffSchemas(migrations, await readSqlFiles(SCHEMAS_DIR));
  if (!sql) {
    console.log("The migrations already give the declared schema.");
    return;
  }
  const version = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = `${version}_${name}.sql`;
  const header = migrations.length === 0 ? FIRST : LATER;
  await writeFile(join(MIGRATIONS_DIR, file), `${header}\n\n${sql.trim()}\n`, { flag: "wx" });
  await recordChecksums();
  console.log(`supabase/migrations/${file}\nRead it, then: npm run db:types`);
  for (const warning of warnings) console.warn(`Mind: ${warning}`);
}

const FIRST =
  "-- The declared schema (supabase/schemas) as it was at the first release, file by file.";
const LATER =
  "-- Made by `npm run db:diff` from supabase/schemas, proven to lead there, and read by a person.";

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
