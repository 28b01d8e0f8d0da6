import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startApi } from "./api";
import { createApiKeys } from "./api-keys";
import { startAuth } from "./auth";
import { createCleanups } from "./cleanups";
import { startMailbox } from "./mailbox";
import { type Migration, migrate } from "./migrate";
import { installPlatform } from "./platform";
import { assertPortsFree, DEFAULT_PORTS, LOOPBACK, type StackPorts } from "./ports";
import { databaseUrl, SUPERUSER, startPostgres } from "./postgres";
import { claimRunFile } from "./run-file";
import { loadSecrets } from "./secrets";
import { type Log, startWatchdog } from "./supervise";
import { assertOwn } from "./unprivileged";

export interface StackOptions {
  /** Everything the stack keeps: database, keys, mails, logs. Made if missing. */
  dataDir: string;
  ports?: Partial<StackPorts>;
  /** The origin of the application, for links in mails and as the only allowed redirect. */
  siteUrl: string;
  /** Default: supabase/migrations of this checkout. */
  migrationsDir?: string;
  /** For tests: nothing waits for the disk, and the data directory is deleted with the stack. */
  volatile?: boolean;
  /** Default: PostgREST where one fits this machine, else the fallback. */
  rest?: "postgrest" | "fallback";
  log?: Log;
}

export interface Stack {
  /** The API origin, what a hosted project's URL is. */
  url: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  /** As the role `postgres`, which owns the application's schema but is no superuser. */
  databaseUrl: string;
  mailboxUrl: string;
  smtpUrl: string;
  /** The migrations that this start applied. */
  migrated: Migration[];
  stop(): Promise<void>;
  /** Takes gateway, REST and Realtime down; Postgres stays. For tests of a lost connection. */
  killApi(): Promise<void>;
  /** Brings them back on the same port. */
  restartApi(): Promise<void>;
}

const MIGRATIONS_DIR = fileURLToPath(new URL("../migrations", import.meta.url));

/**
 * Starts a whole Supabase without Docker: Postgres, REST, Auth, Realtime, a mailbox.
 * @throws {PortTakenError} a port is in use
 * @throws {StackRunningError} this data directory is in use
 * @throws {MigrationError} a migration failed; everything is stopped again
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { siteUrl, log = () => {} } = options;
  const dataDir = resolve(options.dataDir);
  const ports: StackPorts = { ...DEFAULT_PORTS, ...options.ports };
  const url = `http://${LOOPBACK}:${ports.gateway}`;
  await assertOwn(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const secrets = await loadSecrets(dataDir);
  const as = (role: string) => databaseUrl(role, secrets.databasePassword, ports.postgres);

  const cleanups = createCleanups();
  try {
    const runFile = await claimRunFile(dataDir, url);
    if (options.volatile) {
      // Only once the directory is ours: another stack may be running on it.
      cleanups.add(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
    }
    cleanups.add(runFile.release);
    await assertPortsFree(ports);
    const watchdog = startWatchdog();
    cleanups.add(async () => watchdog.close());
    if (watchdog.pid !== undefined) await runFile.note("watchdog", watchdog.pid);
    if (options.volatile) watchdog.remove(dataDir);
    const child = { dataDir, runFile, watchdog, log };

    const mailbox = await startMailbox({
      dir: join(dataDir, "mails"),
      httpPort: ports.mailbox,
      smtpPort: ports.smtp,
      log,
    });
    cleanups.add(mailbox.close);
    const postgres = await startPostgres({
      ...child,
      port: ports.postgres,
      password: secrets.databasePassword,
      volatile: options.volatile ?? false,
    });
    cleanups.add(postgres.stop);

    await withClient(as(SUPERUSER), (client) => installPlatform(client, secrets.databasePassword));
    const migrationsDir = options.migrationsDir ?? MIGRATIONS_DIR;
    const migrated = await withClient(as("postgres"), (client) => migrate(client, migrationsDir));

    const auth = await startAuth({
      databaseUrl: as("supabase_auth_admin"),
      jwtSecret: secrets.jwtSecret,
      siteUrl,
      issuer: `${url}/auth/v1`,
      mails: mailbox.store,
      log,
    });
    cleanups.add(auth.close);

    const openApi = () =>
      startApi({
        ...child,
        port: ports.gateway,
        databaseUrlOf: as,
        jwtSecret: secrets.jwtSecret,
        keys: createApiKeys(secrets),
        auth,
        rest: options.rest,
      });
    let api = await openApi();
    const killApi = () => api.stop();
    cleanups.add(killApi);

    return {
      url,
      publishableKey: secrets.publishableKey,
      secretKey: secrets.secretKey,
      jwtSecret: secrets.jwtSecret,
      databaseUrl: as("postgres"),
      mailboxUrl: `http://${LOOPBACK}:${ports.mailbox}`,
      smtpUrl: `smtp://${LOOPBACK}:${ports.smtp}`,
      migrated,
      stop: cleanups.run,
      killApi,
      async restartApi() {
        await killApi();
        api = await openApi();
      },
    };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // Without a listener a lost connection would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
