import { writeFile } from "node:fs/promises";
import { MIGRATIONS_DIR, readSqlFiles, TYPES_FILE } from "./project";
import { startScratch } from "./scratch";
import { generateTypes } from "./types";

/** `npm run db:types`: writes supabase/database.types.ts as the migrations say. */
async function main(): Promise<void> {
  const scratch = await startScratch();
  try {
    const { url } = await scratch.create("migrated", await readSqlFiles(MIGRATIONS_DIR));
    await writeFile(TYPES_FILE, await generateTypes(url));
  } finally {
    await scratch.stop();
  }
}

await main();
