import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);

/** A process number is reused by the system; together with the start time it is not. */
export const identitySchema = z.object({ pid: z.number().int().positive(), started: z.string() });

export type ProcessIdentity = z.infer<typeof identitySchema>;

export async function identify(pid: number): Promise<ProcessIdentity> {
  return { pid, started: await startTime(pid) };
}

/** Is exactly this process, and not a later one with its number, still running? */
export async function isRunning({ pid, started }: ProcessIdentity): Promise<boolean> {
  return isAlive(pid) && (await startTime(pid)) === started;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Sends a signal and waits for the end, sending a harder one when it takes too long. */
export async function stopForeign(
  identity: ProcessIdentity,
  signals: readonly NodeJS.Signals[],
): Promise<void> {
  for (const signal of signals) {
    if (!(await isRunning(identity))) return;
    process.kill(identity.pid, signal);
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      if (!(await isRunning(identity))) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  throw new Error(`The process ${identity.pid} of an earlier start does not end.`);
}

async function startTime(pid: number): Promise<string> {
  if (process.platform === "linux") return await startTimeFromProc(pid);
  if (process.platform === "win32") return "unknown";
  try {
    const { stdout } = await run("ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim();
  } catch {
    // `ps` fails for a process that has ended.
    return "ended";
  }
}

/** Field 22 of /proc/pid/stat; a zombie (state Z) counts as ended. See proc(5). */
async function startTimeFromProc(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return "ended";
    return fields[19] ?? "unknown";
  } catch {
    return "ended";
  }
}
