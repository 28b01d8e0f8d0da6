import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorkerProcess, type WorkerProcess } from "@/scripts/worker-process";
import { seedWorkspace } from "@/seeds/factories";
import { startOwnStack } from "@/supabase/tests/own-stack";

const mails = 500;

type OwnStack = Awaited<ReturnType<typeof startOwnStack>>;
let stack: OwnStack;
let post: Awaited<ReturnType<typeof openPostOffice>>;
let worker: WorkerProcess;

beforeAll(async () => {
  stack = await startOwnStack();
  post = await openPostOffice();
});
afterAll(async () => {
  await worker?.stop();
  await post?.close();
  await stack?.stop();
});

test("500 mails leave once each, though worker and database are killed meanwhile", async () => {
  const { id: workspaceId } = await seedWorkspace(stack.databaseUrl, {});
  const ids = await queueMails(workspaceId);
  const startWorker = () =>
    startWorkerProcess({
      databaseUrl: stack.databaseUrl,
      smtpUrl: post.url,
      siteUrl: "http://localhost:3000",
      clientSecret: randomBytes(32).toString("hex"),
    });
  worker = startWorker();
  const fates = ["worker", "database", "worker", "database", "worker"] as const;
  for (const [index, fate] of fates.entries()) {
    await post.hasTaken((index + 1) * 60);
    await pause(Math.random() * 100);
    if (fate === "worker") killWorker();
    else await killDatabase();
  }
  await expect.poll(unfinished, { timeout: 150_000, interval: 1_000 }).toBe(0);

  const rows = await query<{ id: string; status: string; is_repeated: boolean }>(
    "select id, status, is_repeated from public.mails where workspace_id = $1",
    [workspaceId],
  );
  const repeated = new Set(rows.filter((row) => row.is_repeated).map(({ id }) => id));
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const times = post.taken(id);
    expect(times).toBeGreaterThanOrEqual(1);
    // Only where the answer was lost it went once more, and the row says so.
    expect(times).toBeLessThanOrEqual(repeated.has(id) ? 2 : 1);
  }
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["sent"]));
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

async function unfinished(): Promise<number> {
  const [row] = await query<{ count: number }>(
    "select count(*)::integer as count from public.mails where status in ('queued', 'sending')",
  );
  return row?.count ?? 0;
}

async function queueMails(workspaceId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `with messages as (
       insert into private.contact_messages (id, workspace_id, name, email, body, locale, status)
       select gen_random_uuid(), $1, 'Nr. ' || n, 'nr' || n || '@post.example', 'Guten Tag', 'de', 'taken'
       from generate_series(1, $2::integer) n returning id, email
     )
     insert into public.mails (workspace_id, template, locale, recipient, subject_id)
     select $1, 'message_received', 'de', m.email, m.id from messages m returning id`,
    [workspaceId, mails],
  );
  return rows.map(({ id }) => id);
}

function killWorker(): void {
  const pid = worker.pid();
  if (pid !== undefined) process.kill(pid, "SIGKILL");
}

/** A killed backend takes the whole server down: it restarts from its log, and everyone is cut off. */
async function killDatabase(): Promise<void> {
  const [row] = await query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1`,
  );
  if (row) process.kill(row.pid, "SIGKILL");
}

/** A mail server that counts what it took, by Message-ID. */
async function openPostOffice() {
  const counts = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const id = /^Message-ID: <([^@]+)@/im.exec(Buffer.concat(parts).toString())?.[1];
        const key = id ?? randomUUID();
        counts.set(key, (counts.get(key) ?? 0) + 1);
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken: (id: string) => counts.get(id) ?? 0,
    async hasTaken(count: number) {
      await expect.poll(() => counts.size, { timeout: 100_000 }).toBeGreaterThanOrEqual(count);
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
