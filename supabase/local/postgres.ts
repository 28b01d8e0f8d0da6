import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findPostgres, mirrorPostgres } from "./binaries";
import { LOOPBACK } from "./ports";
import { openProcessLog } from "./process-log";
import type { RunFile } from "./run-file";
import { type Log, type Supervised, supervise, type Watchdog } from "./supervise";
import { chooseRunner, giveTo, type UnprivilegedRunner } from "./unprivileged";

/** The role that owns the cluster, named as on hosted Supabase; migrations run as `postgres`. */
export const SUPERUSER = "supabase_admin";

export interface PostgresOptions {
  dataDir: string;
  port: number;
  password: string;
  /** Only for tests that throw the data away: trades safety at a power cut for speed. */
  volatile?: boolean;
  /** How to run without root's rights; default: whatever works here. */
  runner?: UnprivilegedRunner;
  runFile: RunFile;
  watchdog: Watchdog;
  log: Log;
}

/**
 * Starts Postgres on the loopback interface, making its cluster on the first start.
 * @throws with the last lines of its log when it does not start
 */
export async function startPostgres(options: PostgresOptions): Promise<Supervised> {
  const { native, runner } = await choosePostgres(options);
  const cluster = join(options.dataDir, "postgres");
  if (!existsSync(join(cluster, "PG_VERSION"))) await initCluster(native, runner, options);
  await giveTo(runner, cluster);

  const output = openProcessLog(join(options.dataDir, "postgres.log"));
  const { stop } = await supervise({
    name: "postgres",
    stopSignals: options.volatile ? ["SIGQUIT", "SIGKILL"] : ["SIGINT", "SIGQUIT"],
    start: () =>
      runner.spawn(join(native, "bin", "postgres"), ["-D", cluster, ...settings(options)], {
        // Its own session: a Ctrl-C reaches the supervisor alone, which stops things in order.
        detached: true,
        stdio: ["ignore", output.fd, output.fd],
        // Postgres wants to stand where it may read; its own directory always is such a place.
        cwd: cluster,
        env: { ...process.env, LC_ALL: "C" },
      }),
    ready: (signal) => untilReady(cluster, signal),
    explain: output.tail,
    runFile: options.runFile,
    watchdog: options.watchdog,
    log: options.log,
  });
  return {
    async stop() {
      await stop();
      output.close();
    },
  };
}

/** @throws when Postgres is missing, or when this is root and has no way to step down */
async function choosePostgres({ dataDir, runner }: PostgresOptions) {
  const native = await findPostgres();
  const found = runner ?? (await chooseRunner(native, dataDir));
  if (found) return { native, runner: found };
  // Perhaps only the way to node_modules is closed to others, as /root is in many containers.
  const copy = await mirrorPostgres(native);
  const throughCopy = await chooseRunner(copy, dataDir);
  if (throughCopy) return { native: copy, runner: throughCopy };
  throw new Error(
    "Postgres does not run as root, and neither unshare nor setpriv (util-linux) can step down " +
      "here. Start the stack as an ordinary user.",
  );
}

export function databaseUrl(role: string, password: string, port: number): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@${LOOPBACK}:${port}/postgres`;
}

function settings({ port, volatile }: PostgresOptions): string[] {
  const pairs: Record<string, string | number> = {
    listen_addresses: LOOPBACK,
    port,
    // TCP only: paths of Unix sockets are limited to some hundred bytes, checkouts are not.
    unix_socket_directories: "",
    max_connections: 100,
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] %u ",
    cluster_name: "spur",
    ...(volatile
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }
      : {}),
  };
  return Object.entries(pairs).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
}

/** Made aside and renamed, so that a cut-off initdb never passes for a cluster. */
async function initCluster(
  native: string,
  runner: UnprivilegedRunner,
  { dataDir, password, volatile, log }: PostgresOptions,
): Promise<void> {
  log("creating the database cluster");
  const partial = join(dataDir, "postgres.init");
  await rm(partial, { recursive: true, force: true });
  await rm(join(dataDir, "postgres"), { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  const passwordFile = join(partial, "..", "postgres.password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await giveTo(runner, partial);
    let failure = "";
    // The operating system's locale only classifies characters; names differ between systems.
    for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
      failure = await runInitdb(native, runner, [
        `--pgdata=${partial}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        `--locale=${locale}`,
        // As hosted Supabase: ICU sorts, so umlauts stand where people expect them.
        "--locale-provider=icu",
        "--icu-locale=en-US",
        "--data-checksums",
        ...(volatile ? ["--no-sync"] : []),
      ]);
      if (!failure) return await rename(partial, join(dataDir, "postgres"));
      if (!failure.includes("locale")) break;
    }
    throw new Error(`The database cluster could not be created. ${failure}`);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(partial, { recursive: true, force: true });
  }
}

async function runInitdb(
  native: string,
  runner: UnprivilegedRunner,
  args: readonly string[],
): Promise<string> {
  const child = runner.spawn(join(native, "bin", "initdb"), args, {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: native,
    env: { ...process.env, LC_ALL: "C", LANG: "C" },
  });
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  return code === 0 ? "" : errors || `initdb ended with code ${code}.`;
}

/** Postgres writes its status into line 8 of postmaster.pid (miscadmin.h: LOCK_FILE_LINE_PM_STATUS). */
async function untilReady(cluster: string, signal: AbortSignal): Promise<void> {
  const path = join(cluster, "postmaster.pid");
  while (!signal.aborted) {
    const status = await readFile(path, "utf8").then(
      (text) => text.split("\n")[7]?.trim(),
      () => undefined,
    );
    if (status === "ready") return;
    await delay(10, undefined, { signal }).catch(() => {});
  }
}
