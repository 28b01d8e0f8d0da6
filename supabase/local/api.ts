import type { ApiKeys } from "./api-keys";
import type { Auth } from "./auth";
import { findPostgrest } from "./binaries";
import { createCleanups } from "./cleanups";
import { startGateway } from "./gateway";
import { SUPERUSER } from "./postgres";
import { startPostgrest } from "./postgrest";
import { createRealtime } from "./realtime/server";
import { startRestFallback } from "./rest-fallback";
import type { RunFile } from "./run-file";
import type { Log, Watchdog } from "./supervise";

export interface ApiOptions {
  dataDir: string;
  port: number;
  /** The connection string of a database role. */
  databaseUrlOf(role: string): string;
  jwtSecret: string;
  keys: ApiKeys;
  auth: Auth;
  /** Default: PostgREST where one fits this machine, else the fallback. */
  rest: "postgrest" | "fallback" | undefined;
  runFile: RunFile;
  watchdog: Watchdog;
  log: Log;
}

/** Everything that stands between the application and Postgres; may be stopped and started anew. */
export async function startApi(options: ApiOptions): Promise<{ stop(): Promise<void> }> {
  const { keys, auth, port, jwtSecret, databaseUrlOf, log } = options;
  const cleanups = createCleanups();
  try {
    const rest = await startRest(options);
    cleanups.add(rest.stop);
    const realtime = await createRealtime({
      databaseUrl: databaseUrlOf(SUPERUSER),
      jwtSecret,
      roleForKey: keys.roleFor,
      log: (level, message) => {
        if (level !== "info") log(`realtime: ${message}`);
      },
    });
    cleanups.add(() => realtime.close());
    const gateway = await startGateway({ port, keys, auth, restPort: rest.port, realtime, log });
    cleanups.add(gateway.close);
    return { stop: cleanups.run };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

async function startRest(options: ApiOptions) {
  const { databaseUrlOf, jwtSecret, log } = options;
  const binary = options.rest === "fallback" ? null : await findPostgrest();
  if (!binary) {
    return await startRestFallback({ databaseUrl: databaseUrlOf("postgres"), jwtSecret, log });
  }
  return await startPostgrest(binary, {
    ...options,
    databaseUrl: databaseUrlOf("authenticator"),
  });
}
