import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  identify,
  identitySchema,
  isAlive,
  isRunning,
  type ProcessIdentity,
  stopForeign,
} from "./process-identity";

const runSchema = z.object({
  supervisor: identitySchema,
  url: z.string(),
  children: z.record(z.string(), identitySchema),
});

type Run = z.infer<typeof runSchema>;

/** This data directory is in use by a stack that is running. */
export class StackRunningError extends Error {
  override readonly name = "StackRunningError";

  constructor(readonly url: string) {
    super(
      `The local stack of this checkout is already running at ${url}. Use it, or stop it first.`,
    );
  }
}

export interface RunFile {
  note(name: string, pid: number | null): Promise<void>;
  release(): Promise<void>;
}

/**
 * Claims a data directory for this process, and first ends whatever a killed supervisor left running.
 * @throws {StackRunningError} when a living supervisor holds it
 */
export async function claimRunFile(dataDir: string, url: string): Promise<RunFile> {
  const path = join(dataDir, "run.json");
  await clearLeftovers(path);
  await stopLeftoverPostgres(join(dataDir, "postgres"));

  const run: Run = { supervisor: await identify(process.pid), url, children: {} };
  try {
    await writeFile(path, JSON.stringify(run), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      throw new StackRunningError(url);
    }
    throw error;
  }
  let writing = Promise.resolve();
  const save = () => {
    writing = writing.then(() => replace(path, run));
    return writing;
  };
  return {
    async note(name, pid) {
      if (pid === null) delete run.children[name];
      else run.children[name] = await identify(pid);
      await save();
    },
    async release() {
      await writing;
      await rm(path, { force: true });
    },
  };
}

async function clearLeftovers(path: string): Promise<void> {
  const run = await readRun(path);
  if (!run) return;
  const own = run.supervisor.pid === process.pid;
  if (own || (await isRunning(run.supervisor))) throw new StackRunningError(run.url);
  const { postgres, ...others } = run.children;
  await Promise.all(
    Object.values(others).map((child) => stopForeign(child, ["SIGTERM", "SIGKILL"])),
  );
  if (postgres) await stopForeign(postgres, ["SIGINT", "SIGQUIT"]);
  await rm(path, { force: true });
}

/** The run file may be missing (killed between two steps); Postgres notes itself in its own file. */
async function stopLeftoverPostgres(clusterDir: string): Promise<void> {
  const pid = await readFirstNumber(join(clusterDir, "postmaster.pid"));
  if (pid === null || !isAlive(pid) || !(await looksLikePostgres(pid))) return;
  const identity: ProcessIdentity = await identify(pid);
  await stopForeign(identity, ["SIGINT", "SIGQUIT"]);
}

/** Only Linux tells for sure; elsewhere Postgres itself judges its file when it starts. */
async function looksLikePostgres(pid: number): Promise<boolean> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, "utf8")).includes("postgres");
  } catch {
    return false;
  }
}

async function readRun(path: string): Promise<Run | null> {
  const text = await readOptional(path);
  if (text === null) return null;
  try {
    return runSchema.parse(JSON.parse(text));
  } catch {
    // Cut off while writing: nothing can be learned from it.
    await rm(path, { force: true });
    return null;
  }
}

async function readFirstNumber(path: string): Promise<number | null> {
  const pid = Number.parseInt((await readOptional(path)) ?? "", 10);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

async function readOptional(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function replace(path: string, run: Run): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(run), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
