import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePorts, LOOPBACK } from "./ports";
import { openProcessLog } from "./process-log";
import type { RunFile } from "./run-file";
import { type Log, supervise, type Watchdog } from "./supervise";

export interface PostgrestOptions {
  dataDir: string;
  /** Connects as `authenticator`. */
  databaseUrl: string;
  jwtSecret: string;
  runFile: RunFile;
  watchdog: Watchdog;
  log: Log;
}

export interface Rest {
  port: number;
  stop(): Promise<void>;
}

/**
 * @param binary from `findPostgrest`
 * @throws with the end of its log when it does not start
 */
export async function startPostgrest(binary: string, options: PostgrestOptions): Promise<Rest> {
  const { gateway: port, postgres: adminPort } = await freePorts();
  const output = openProcessLog(join(options.dataDir, "postgrest.log"));
  const { stop } = await supervise({
    name: "postgrest",
    // It keeps nothing, and would wait for clients that hung up in the middle of a request.
    stopSignals: ["SIGKILL"],
    start: () =>
      spawn(binary, [], {
        detached: true,
        stdio: ["ignore", output.fd, output.fd],
        env: { ...process.env, ...environment(options, port, adminPort) },
      }),
    ready: (signal) => untilReady(adminPort, signal),
    explain: output.tail,
    runFile: options.runFile,
    watchdog: options.watchdog,
    log: options.log,
  });
  return {
    port,
    async stop() {
      await stop();
      output.close();
    },
  };
}

/** The settings of a hosted project: config reference of PostgREST 12, `[api]` of config.toml. */
function environment(
  { databaseUrl, jwtSecret }: PostgrestOptions,
  port: number,
  adminPort: number,
): Record<string, string> {
  return {
    PGRST_SERVER_HOST: LOOPBACK,
    PGRST_SERVER_PORT: String(port),
    PGRST_ADMIN_SERVER_PORT: String(adminPort),
    PGRST_DB_URI: `${databaseUrl}?application_name=postgrest&sslmode=disable`,
    PGRST_DB_SCHEMAS: "public",
    PGRST_DB_EXTRA_SEARCH_PATH: "public,extensions",
    PGRST_DB_ANON_ROLE: "anon",
    PGRST_DB_POOL: "10",
    PGRST_DB_MAX_ROWS: "1000",
    PGRST_DB_CHANNEL_ENABLED: "true",
    PGRST_DB_CONFIG: "false",
    PGRST_JWT_SECRET: jwtSecret,
    PGRST_OPENAPI_MODE: "disabled",
    PGRST_LOG_LEVEL: "warn",
  };
}

/** The admin server answers 200 once the schema is loaded (PostgREST, "Health Check"). */
async function untilReady(adminPort: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const ready = await fetch(`http://${LOOPBACK}:${adminPort}/ready`, { signal }).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await delay(15, undefined, { signal }).catch(() => {});
  }
}
