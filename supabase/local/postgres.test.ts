import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPostgres, findPostgrest } from "./binaries";
import { query } from "./fixtures/clients";
import { freePort } from "./ports";
import { databaseUrl, SUPERUSER, startPostgres } from "./postgres";
import { claimRunFile } from "./run-file";
import { startWatchdog } from "./supervise";
import { rootRunners } from "./unprivileged";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spur-postgres-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe.runIf(process.getuid?.() === 0)("as root", { timeout: 60_000 }, () => {
  it.each([
    ["a user namespace", 0],
    ["another user", 1],
  ])("Postgres runs through %s, below a closed directory", async (_name, index) => {
    const native = await findPostgres();
    const way = (await rootRunners(native))[index];
    expect(way).toBeDefined();
    if (!way?.works(native, dataDir)) return;
    // mkdtemp made the directory with mode 700, as a home directory is.
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    await startAndAsk(way.runner);
    // What one way made, the other can go on with.
    await startAndAsk();
  });
});

it("PostgREST is the one that was tested", async () => {
  expect(await findPostgrest()).toMatch(/postgrest(\.exe)?$/);
});

async function startAndAsk(runner?: Parameters<typeof startPostgres>[0]["runner"]): Promise<void> {
  const port = await freePort();
  const runFile = await claimRunFile(dataDir, "http://none");
  const watchdog = startWatchdog();
  const password = "0123456789abcdef";
  const postgres = await startPostgres({
    dataDir,
    port,
    password,
    runFile,
    watchdog,
    log: () => {},
    ...(runner ? { runner } : {}),
  });
  const [row] = await query(databaseUrl(SUPERUSER, password, port), "select 1 as one");
  expect(row?.one).toBe(1);
  await postgres.stop();
  watchdog.close();
  await runFile.release();
}
