import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RunFile } from "./run-file";

export type Log = (message: string) => void;

export interface Watchdog {
  pid: number | undefined;
  watch(pid: number, signal: NodeJS.Signals): void;
  forget(pid: number): void;
  remove(path: string): void;
  close(): void;
}

/** Starts the small process that cleans up should this one be killed with SIGKILL. */
export function startWatchdog(): Watchdog {
  const script = fileURLToPath(new URL("./watchdog.mjs", import.meta.url));
  const child = spawn(process.execPath, [script], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // A watchdog that cannot run costs only the clean-up; the next start mends that as well.
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  return {
    pid: child.pid,
    watch: (pid, signal) => child.stdin.write(`watch ${pid} ${signal}\n`),
    forget: (pid) => child.stdin.write(`forget ${pid}\n`),
    remove: (path) => child.stdin.write(`remove ${path}\n`),
    close: () => child.stdin.end(),
  };
}

export interface SuperviseOptions {
  name: string;
  start(): ChildProcess;
  /** Resolves once the process serves; must give up when `signal` fires. */
  ready(signal: AbortSignal): Promise<void>;
  /** Tried in turn, ten seconds each, to end it. */
  stopSignals: readonly [NodeJS.Signals, ...NodeJS.Signals[]];
  /** What to say when it ends before it is ready, for example the tail of its log. */
  explain(): Promise<string>;
  runFile: RunFile;
  watchdog: Watchdog;
  log: Log;
}

export interface Supervised {
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Starts a process, waits until it serves, and starts it again with growing pauses if it dies.
 * @throws when the first start fails
 */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  let stopping = false;
  let wake: (() => void) | undefined;
  let current = await startOnce(options);
  const loop = keepRunning();

  async function keepRunning(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!stopping) {
      const since = Date.now();
      await current.ended;
      if (stopping) return;
      if (Date.now() - since > 30_000) pause = FIRST_PAUSE_MS;
      options.log(`${options.name} ended unexpectedly; starting it again`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause);
      });
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (stopping) return;
      await startOnce(options).then(
        (next) => {
          current = next;
        },
        (error: unknown) => options.log(String(error)),
      );
    }
  }

  return {
    async stop() {
      stopping = true;
      wake?.();
      await endChild(current, options.stopSignals);
      await loop;
    },
  };
}

interface Running {
  child: ChildProcess;
  ended: Promise<void>;
}

async function startOnce(options: SuperviseOptions): Promise<Running> {
  const child = options.start();
  const giveUp = new AbortController();
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  const { pid } = child;
  if (pid !== undefined) {
    options.watchdog.watch(pid, options.stopSignals[0]);
    await options.runFile.note(options.name, pid);
  }
  const gone = ended.then(async () => {
    giveUp.abort();
    if (pid !== undefined) options.watchdog.forget(pid);
    await options.runFile.note(options.name, null);
  });
  const early = gone.then(async () => {
    throw new Error(`${options.name} did not start. ${await options.explain()}`);
  });
  // Only the race below looks at it; a later end is no unhandled rejection.
  early.catch(() => {});
  try {
    const ready = options.ready(giveUp.signal).then(() => (giveUp.signal.aborted ? early : null));
    await Promise.race([ready, early]);
  } catch (error) {
    await endChild({ child, ended: gone }, options.stopSignals);
    throw error;
  }
  return { child, ended: gone };
}

async function endChild(running: Running, signals: readonly NodeJS.Signals[]): Promise<void> {
  for (const signal of signals) {
    const { child } = running;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    child.kill(signal);
    const timer = new Promise<"late">((resolve) => {
      setTimeout(() => resolve("late"), 10_000).unref();
    });
    if ((await Promise.race([running.ended, timer])) !== "late") return;
  }
  await running.ended;
}
