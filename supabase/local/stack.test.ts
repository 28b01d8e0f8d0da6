import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { query } from "./fixtures/clients";
import { freePorts, PortTakenError } from "./ports";
import { isRunning, type ProcessIdentity } from "./process-identity";
import { StackRunningError } from "./run-file";
import { type Stack, type StackOptions, startStack } from "./stack";

const migrationsDir = fileURLToPath(new URL("./fixtures/migrations", import.meta.url));
const script = fileURLToPath(new URL("./fixtures/start-stack.ts", import.meta.url));
let dataDir: string;
let options: StackOptions;
const undo: (() => unknown)[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "spur-stack-"));
  options = { dataDir, migrationsDir, siteUrl: "http://localhost:3000", ports: await freePorts() };
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  await rm(dataDir, { recursive: true, force: true });
});

const count = async (stack: Pick<Stack, "databaseUrl">) =>
  (await query(stack.databaseUrl, "select count(*)::int as n from public.kept"))[0]?.n;

describe("starting again", { timeout: 60_000 }, () => {
  it("keeps data and keys, and applies no migration twice", async () => {
    const first = await startStack(options);
    await query(first.databaseUrl, "create table public.kept as select generate_series(1, 7)");
    expect(first.migrated).toHaveLength(1);
    await first.stop();

    const second = await startStack(options);
    undo.push(second.stop);
    expect(second.migrated).toEqual([]);
    expect(second.publishableKey).toBe(first.publishableKey);
    expect(await count(second)).toBe(7);
    const [{ fsync } = {}] = await query(second.databaseUrl, "show fsync");
    expect(fsync).toBe("on");
  });

  it("leaves nothing running after a stop, and keys that only their owner can read", async () => {
    const stack = await startStack(options);
    const children = await readChildren();
    expect(Object.keys(children).sort()).toEqual(["postgres", "postgrest", "watchdog"]);
    await stack.stop();
    await expect.poll(() => stillRunning(children)).toEqual([]);
    expect((await stat(join(dataDir, "secrets.json"))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).not.toContain("run.json");
  });

  it("mends a creation that was cut off", async () => {
    await mkdir(join(dataDir, "postgres.init"), { mode: 0o700 });
    await writeFile(join(dataDir, "postgres.init", "PG_VERSION"), "17");
    await writeFile(join(dataDir, "run.json"), '{"supervis');
    const stack = await startStack(options);
    await stack.stop();
  });
});

describe("a supervisor that was killed", { timeout: 60_000 }, () => {
  it("takes its children with it", async () => {
    const { child } = await startInProcess();
    const { watchdog: _, ...children } = await readChildren();
    child.kill("SIGKILL");
    await expect.poll(() => stillRunning(children), { timeout: 15_000 }).toEqual([]);
  });

  it("and whose watchdog was killed too: the next start ends what is left and keeps the data", async () => {
    const { child, facts } = await startInProcess();
    await query(facts.databaseUrl, "create table public.kept as select generate_series(1, 7)");
    const { watchdog, ...children } = await readChildren();
    expect(watchdog).toBeDefined();
    if (watchdog) process.kill(watchdog.pid, "SIGKILL");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await stillRunning(children)).toEqual(["postgres", "postgrest"]);

    const stack = await startStack(options);
    undo.push(stack.stop);
    expect(await stillRunning(children)).toEqual([]);
    expect(await count(stack)).toBe(7);
  });
});

describe("a child that was killed", { timeout: 60_000 }, () => {
  it.each(["postgrest", "postgres"])("comes back: %s", async (name) => {
    const stack = await startStack(options);
    undo.push(stack.stop);
    await query(stack.databaseUrl, "create table public.kept as select generate_series(1, 7)");
    const ask = () =>
      fetch(`${stack.url}/rest/v1/kept`, { headers: { apikey: stack.secretKey } }).then(
        (response) => response.status,
      );
    await expect.poll(ask, { timeout: 15_000 }).toBe(200);
    const child = (await readChildren())[name];
    expect(child).toBeDefined();
    if (child) process.kill(child.pid, "SIGKILL");
    await expect.poll(async () => (await readChildren())[name]?.pid).not.toBe(child?.pid);
    await expect.poll(ask, { timeout: 15_000 }).toBe(200);
    await expect.poll(() => count(stack).catch(String), { timeout: 15_000 }).toBe(7);
    const settings = `${stack.url}/auth/v1/otp`;
    const body = JSON.stringify({ email: "max@example.com" });
    const headers = { apikey: stack.publishableKey, "content-type": "application/json" };
    const signIn = () => fetch(settings, { method: "POST", headers, body }).then((r) => r.status);
    await expect.poll(signIn, { timeout: 15_000 }).toBe(200);
  });
});

describe("what is in the way", { timeout: 60_000 }, () => {
  it("a taken port is named", async () => {
    const port = options.ports?.postgres ?? 0;
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    undo.push(() => server.close());
    const refused = startStack(options);
    await expect(refused).rejects.toThrow(PortTakenError);
    await expect(refused).rejects.toThrow(`Port ${port} is taken: another program`);
  });

  it("another stack is told apart from any other program, and left alone", async () => {
    const other = await startStack(options);
    undo.push(other.stop);
    await expect(startStack(options)).rejects.toThrow(StackRunningError);

    const elsewhere = await mkdtemp(join(tmpdir(), "spur-stack-"));
    undo.push(() => rm(elsewhere, { recursive: true }));
    await expect(startStack({ ...options, dataDir: elsewhere })).rejects.toThrow(
      `another Supabase stack answers at ${other.url}`,
    );
    expect((await fetch(`${other.url}/auth/v1/health`)).status).toBe(200);
  });

  it("a failed migration says where, keeps nothing, and leaves nothing running", async () => {
    const broken = await mkdtemp(join(tmpdir(), "spur-migrations-"));
    undo.push(() => rm(broken, { recursive: true }));
    await writeFile(join(broken, "1_first.sql"), "create table public.a ();");
    await writeFile(join(broken, "2_second.sql"), "create table public.b ();\nselect oops;");
    const refused = startStack({ ...options, migrationsDir: broken });
    await expect(refused).rejects.toThrow(/2_second\.sql:2: column "oops" does not exist/);
    expect(await readdir(dataDir)).not.toContain("run.json");

    await writeFile(join(broken, "2_second.sql"), "create table public.b ();");
    const stack = await startStack({ ...options, migrationsDir: broken });
    undo.push(stack.stop);
    expect(stack.migrated.map(({ version }) => version)).toEqual(["2"]);
  });
});

async function readChildren(): Promise<Record<string, ProcessIdentity>> {
  return JSON.parse(await readFile(join(dataDir, "run.json"), "utf8")).children;
}

async function stillRunning(children: Record<string, ProcessIdentity>): Promise<string[]> {
  const names = await Promise.all(
    Object.entries(children).map(async ([name, child]) => ((await isRunning(child)) ? name : [])),
  );
  return names.flat();
}

async function startInProcess(): Promise<{ child: ChildProcess; facts: Stack }> {
  const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  undo.push(() => child.kill("SIGKILL"));
  const [line] = await once(child.stdout, "data");
  return { child, facts: JSON.parse(String(line)) };
}
