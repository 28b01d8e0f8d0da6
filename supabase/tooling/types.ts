import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { supabase } from "./cli";

const BIOME = fileURLToPath(
  new URL("../../node_modules/@biomejs/biome/bin/biome", import.meta.url),
);
const HEADER = "// Made by `npm run db:types` from the migrations; not edited by hand.\n\n";

/** The text of database.types.ts for a database that has all migrations. */
export async function generateTypes(databaseUrl: string): Promise<string> {
  const generated = await supabase([
    ...["gen", "types", "--lang=typescript", "--schema", "public", "--remote", databaseUrl],
  ]);
  return await format(HEADER + generated);
}

/** The generator leaves formatting to us. */
function format(source: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [BIOME, "format", "--stdin-file-path=types.ts"],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin?.end(source);
  });
}
