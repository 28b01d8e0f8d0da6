import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startWorkerProcess, type WorkerProcess } from "@/scripts/worker-process";
import { seedWorkspace } from "@/seeds/factories";
import { startOwnStack } from "@/supabase/tests/own-stack";
import { openPostOffice } from "./post-office";

type OwnStack = Awaited<ReturnType<typeof startOwnStack>>;
let stack: OwnStack;
let post: Awaited<ReturnType<typeof openPostOffice>>;
let worker: WorkerProcess;
let workspaceId: string;

beforeAll(async () => {
  stack = await startOwnStack();
  post = await openPostOffice();
  ({ id: workspaceId } = await seedWorkspace(stack.databaseUrl, {}));
  worker = startWorkerProcess({
    databaseUrl: stack.databaseUrl,
    smtpUrl: post.url,
    siteUrl: "http://localhost:3000",
    clientSecret: randomBytes(32).toString("hex"),
  });
  // What is written before the first worker came waits for its look around once a minute.
  await vi.waitFor(async () => expect(await count("private.workers")).toBeGreaterThan(0), 60_000);
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await post?.close();
  await stack?.stop();
});

test("500 mails leave once each, though worker and database are killed meanwhile", async () => {
  const ids = await queueMails(500);
  const fates = ["worker", "database", "worker", "database", "worker"] as const;
  for (const [index, fate] of fates.entries()) {
    await expect
      .poll(post.takenCount, { timeout: 240_000 })
      .toBeGreaterThanOrEqual((index + 1) * 60);
    await pause(Math.random() * 100);
    if (fate === "worker") killWorker();
    else await killDatabase();
  }
  await expect.poll(unfinished, { timeout: 240_000, interval: 1_000 }).toBe(0);

  const rows = await query<{ id: string; status: string; is_repeated: boolean }>(
    "select id, status, is_repeated from public.mails where id = any ($1::uuid[])",
    [ids],
  );
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const { id, status, is_repeated } of rows) {
    // Only where the answer was lost it went once more, and the row says so.
    expect(post.taken(id)).toBeLessThanOrEqual(is_repeated ? 2 : 1);
    // Whoever was cut off twice is left to a member, and never called sent.
    if (status === "unsure") expect(is_repeated).toBe(true);
    else expect([status, post.taken(id) > 0]).toEqual(["sent", true]);
  }
  // Each that dies takes as many with it as it had in hand.
  const inHand = 2 * fates.length;
  expect(rows.filter(({ is_repeated }) => is_repeated).length).toBeLessThanOrEqual(inHand);
}, 420_000);

test("mail goes on when the database was away just as every hand of the worker had sent one", async () => {
  const letGo = post.hold();
  const ids = await queueMails(4);
  await expect.poll(post.heldCount, { timeout: 60_000 }).toBe(2);
  await withoutDatabase(async () => {
    letGo();
    // The queue tries to say how each ended, and gives up at once.
    await pause(3_000);
  });
  await expect.poll(unfinished, { timeout: 120_000, interval: 1_000 }).toBe(0);
  for (const id of ids) expect(post.taken(id)).toBeGreaterThanOrEqual(1);
}, 240_000);

/** One connection a query, because the database is killed meanwhile; asked again until it answers. */
async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
  for (;;) {
    const client = new pg.Client({ connectionString: stack.databaseUrl });
    client.on("error", () => {});
    try {
      await client.connect();
      return (await client.query<Row>(sql, values)).rows;
    } catch (error) {
      if (error instanceof pg.DatabaseError && !error.code?.startsWith("57")) throw error;
      await pause(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

const unfinished = () => count("public.mails where status in ('queued', 'sending')");

async function count(what: string): Promise<number> {
  const [row] = await query<{ count: number }>(`select count(*)::integer as count from ${what}`);
  return row?.count ?? 0;
}

async function queueMails(mails: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `with messages as (
       insert into private.contact_messages (id, workspace_id, name, email, body, locale, status)
       select gen_random_uuid(), $1, 'Nr. ' || n, 'nr' || n || '@post.example', 'Guten Tag', 'de', 'taken'
       from generate_series(1, $2::integer) n returning id, email
     ), written as (
       insert into public.mails (workspace_id, template, locale, recipient, subject_id)
       select $1, 'message_received', 'de', m.email, m.id from messages m returning id
     )
     select w.id, private.enqueue('send_mail', w.id) from written w`,
    [workspaceId, mails],
  );
  return rows.map(({ id }) => id);
}

function killWorker(): void {
  const pid = worker.pid();
  if (pid !== undefined) process.kill(pid, "SIGKILL");
}

const connections = () =>
  query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );

/** A killed backend takes the whole server down: it restarts from its log, and everyone is cut off. */
async function killDatabase(): Promise<void> {
  const [connection] = await connections();
  if (connection) process.kill(connection.pid, "SIGKILL");
}

/** Nobody is let in while the work is done, and whoever was there is sent away. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const url = new URL(stack.databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = "/template1";
  const besides = new pg.Client({ connectionString: url.href });
  const admit = (isAllowed: boolean) =>
    besides.query(`alter database ${name} allow_connections ${isAllowed}`);
  await besides.connect();
  try {
    const there = await connections();
    await admit(false);
    for (const { pid } of there) process.kill(pid, "SIGTERM");
    await work();
  } finally {
    await admit(true);
    await besides.end();
  }
}
