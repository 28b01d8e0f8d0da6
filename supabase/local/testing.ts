import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { access, cp, mkdtemp, readdir, readFile, rename, rm, stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { privateCacheDir } from "./binaries";
import { freePorts, PortTakenError } from "./ports";
import { type Stack, type StackOptions, startStack } from "./stack";

const run = promisify(execFile);

const MIGRATIONS_DIR = fileURLToPath(new URL("../migrations", import.meta.url));
const KEPT_TEMPLATES = 4;
const ENOUGH_MEMORY_BYTES = 2_000_000_000;

export interface EphemeralOptions {
  /** Default: supabase/migrations of this checkout. */
  migrationsDir?: string;
  siteUrl?: string;
  rest?: StackOptions["rest"];
  log?: StackOptions["log"];
}

/**
 * A stack of its own for a test run: free ports, data in memory or a temporary directory, gone after
 * `stop()` or when the process dies. A migrated cluster is kept as a template and copied, so only
 * the first start after a change of the schema takes more than a moment.
 */
export async function startEphemeralStack(options: EphemeralOptions = {}): Promise<Stack> {
  const migrationsDir = options.migrationsDir ?? MIGRATIONS_DIR;
  const template = await ensureTemplate(migrationsDir);
  for (let attempt = 1; ; attempt++) {
    const dataDir = await mkdtemp(join(await quickTempDir(), "spur-test-"));
    await copyDir(template, dataDir);
    try {
      return await startStack({
        dataDir,
        migrationsDir,
        ports: await freePorts(),
        siteUrl: options.siteUrl ?? "http://localhost:3000",
        volatile: true,
        ...(options.rest ? { rest: options.rest } : {}),
        ...(options.log ? { log: options.log } : {}),
      });
    } catch (error) {
      await rm(dataDir, { recursive: true, force: true });
      // Another test run took the port between the asking and the listening.
      if (!(error instanceof PortTakenError) || attempt === 5) throw error;
    }
  }
}

/** Memory where there is enough of it: copying a cluster to a disk may take a second or more. */
async function quickTempDir(): Promise<string> {
  const memory = "/dev/shm";
  try {
    await access(memory, constants.W_OK);
    const { bavail, bsize } = await statfs(memory);
    if (bavail * bsize > ENOUGH_MEMORY_BYTES) return memory;
  } catch {
    // Only Linux has it.
  }
  return tmpdir();
}

async function ensureTemplate(migrationsDir: string): Promise<string> {
  const cache = await privateCacheDir();
  const template = join(cache, `template-${await fingerprint(migrationsDir)}`);
  if (existsSync(template)) return template;
  const partial = await mkdtemp(join(cache, "partial-"));
  try {
    // Not volatile: a template must have been shut down in order.
    const stack = await startStack({
      dataDir: partial,
      migrationsDir,
      ports: await freePorts(),
      siteUrl: "http://localhost:3000",
    });
    await stack.stop();
    await rename(partial, template).catch((error: unknown) => {
      // Another process was faster; its template is as good.
      if (!existsSync(template)) throw error;
    });
    await prune(cache);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return template;
}

/** Changes with everything that a migrated cluster consists of. */
async function fingerprint(migrationsDir: string): Promise<string> {
  const local = fileURLToPath(new URL(".", import.meta.url));
  const files = [
    join(local, "platform.sql"),
    join(local, "platform.ts"),
    join(local, "postgres.ts"),
    join(local, "realtime/schema.sql"),
    join(local, "../../package.json"),
    ...(await readdir(migrationsDir)).sort().map((file) => join(migrationsDir, file)),
  ];
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const file of files) hash.update(file).update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}

async function prune(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name.startsWith("template-"));
  const aged = await Promise.all(
    names.map(async (name) => ({ name, used: (await stat(join(cache, name))).mtimeMs })),
  );
  const old = aged.sort((a, b) => b.used - a.used).slice(KEPT_TEMPLATES);
  for (const { name } of old) await rm(join(cache, name), { recursive: true, force: true });
}

/** `cp` keeps owners and shares blocks where the file system can; elsewhere Node copies. */
async function copyDir(from: string, to: string): Promise<void> {
  if (process.platform === "linux") {
    await run("cp", ["-a", "--reflink=auto", `${from}/.`, to]);
  } else {
    await cp(from, to, { recursive: true, preserveTimestamps: true });
  }
}
