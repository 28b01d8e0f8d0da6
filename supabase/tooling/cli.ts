import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

// The package exports nothing to resolve; npm puts it here.
const CLI = fileURLToPath(new URL("../../node_modules/supabase/dist/supabase.js", import.meta.url));

/**
 * Runs the `supabase` command and answers its standard output. It gets an empty working directory:
 * all it needs is the database URL among its arguments, and nothing may depend on a linked project.
 * @throws with its own message when it fails
 */
export async function supabase(args: readonly string[]): Promise<string> {
  const workdir = await mkdtemp(join(tmpdir(), "spur-cli-"));
  try {
    const { stdout } = await run(
      process.execPath,
      [CLI, ...args, "--workdir", workdir, "--agent", "no"],
      // Without a word about TLS, which would stand in the middle of the output: this is loopback.
      {
        env: { ...process.env, PGSSLMODE: "disable", DO_NOT_TRACK: "1" },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return stdout;
  } finally {
    await rm(workdir, { recursive: true, force: true });
  }
}
