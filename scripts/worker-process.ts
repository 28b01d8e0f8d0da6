import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { startWatchdog } from "../supabase/local/supervise";

export interface WorkerProcessOptions {
  databaseUrl: string;
  smtpUrl: string;
  siteUrl: string;
  clientSecret: string;
}

export interface WorkerProcess {
  /** Of the process that runs now; tests kill it. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const pauseMs = 1_000;

/** Keeps a worker running beside the application: one that dies is started again. */
export function startWorkerProcess(options: WorkerProcessOptions): WorkerProcess {
  const watchdog = startWatchdog();
  let isStopping = false;
  let child = spawnWorker(options);
  const loop = keepRunning();

  async function keepRunning(): Promise<void> {
    while (!isStopping) {
      if (child.pid !== undefined) watchdog.watch(child.pid, "SIGTERM");
      await ended(child);
      if (child.pid !== undefined) watchdog.forget(child.pid);
      if (isStopping) return;
      await pause(pauseMs);
      if (!isStopping) child = spawnWorker(options);
    }
  }

  return {
    pid: () => child.pid,
    async stop() {
      isStopping = true;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await loop;
      clearTimeout(late);
      watchdog.close();
    },
  };
}

function spawnWorker(options: WorkerProcessOptions): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
    env: {
      ...process.env,
      SPUR_DATABASE_URL: options.databaseUrl,
      SPUR_SMTP_URL: options.smtpUrl,
      SPUR_SITE_URL: options.siteUrl,
      SPUR_CLIENT_SECRET: options.clientSecret,
    },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
}
