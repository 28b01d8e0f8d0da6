import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { installPlatform } from "../platform";
import { freePort } from "../ports";
import { databaseUrl, SUPERUSER, startPostgres } from "../postgres";
import { claimRunFile } from "../run-file";
import { startWatchdog } from "../supervise";

type TestDatabase = { url(role: string): string; stop(): Promise<void> };

const PASSWORD = "password-of-the-tests";

/** A Postgres of its own, as a hosted project is before its first migration; about a second. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "realtime-test-"));
  const runFile = await claimRunFile(dataDir, "the realtime tests");
  const watchdog = startWatchdog();
  const port = await freePort();
  const postgres = await startPostgres({
    dataDir,
    port,
    password: PASSWORD,
    volatile: true,
    runFile,
    watchdog,
    log: () => {},
  });
  const client = new pg.Client({ connectionString: databaseUrl(SUPERUSER, PASSWORD, port) });
  await client.connect();
  await installPlatform(client, PASSWORD);
  await client.end();
  return {
    url: (role) => databaseUrl(role, PASSWORD, port),
    async stop() {
      await postgres.stop();
      watchdog.close();
      await runFile.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
