import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "@supabase/supabase-js";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import ws from "ws";
import { solveChallenge } from "@/domain/proof-of-work";
import { startWorkerProcess, type WorkerProcess } from "@/scripts/worker-process";
import { type SeededWorkspace, seedWorkspace } from "@/seeds/factories";
import { some } from "@/server/testing";
import { vouch } from "@/server/visitor";
import { startOwnStack } from "@/supabase/tests/own-stack";

/** 10,000 in all: true ones three times each, those of one who sends without end, forged ones. */
const senders = 2_000;
const greedy = 2_000;
const forged = 2_000;
const inFlight = 24;

const clientSecret = randomBytes(32).toString("hex");
let stack: Awaited<ReturnType<typeof startOwnStack>>;
let database: pg.Pool;
let worker: WorkerProcess;
let workspace: SeededWorkspace;

beforeAll(async () => {
  stack = await startOwnStack();
  database = new pg.Pool({ connectionString: stack.databaseUrl, max: 4 });
  database.on("error", () => {});
  workspace = await seedWorkspace(stack.databaseUrl, { reps: 1, opportunities: 50 });
  await database.query(
    "update public.contact_pages set is_open = true, difficulty = 1 where workspace_id = $1",
    [workspace.id],
  );
  worker = startWorkerProcess({
    databaseUrl: stack.databaseUrl,
    smtpUrl: stack.smtpUrl,
    siteUrl: "http://localhost:3000",
    clientSecret,
  });
});
afterAll(async () => {
  await worker?.stop();
  await database?.end();
  await stack?.stop();
});

test("of 10,000 submissions each true one is one lead, the others are told why, and the board works", async () => {
  // From then on the database believes what our server says of a visitor.
  await expect
    .poll(() => count("select 1 from private.secrets where name = 'client'"), { timeout: 60_000 })
    .toBe(1);
  const ids = Array.from({ length: senders }, () => randomUUID());
  const submissions = shuffled([
    ...ids.flatMap((id, n) => [1, 2, 3].map(() => () => sendTrue(id, n))),
    ...Array.from({ length: greedy }, (_, n) => () => sendGreedy(n)),
    ...Array.from({ length: forged }, (_, n) => () => sendForged(n)),
  ]);
  let isOver = false;
  const board = useBoard(() => isOver);
  const answers = await eachOf(submissions);
  // What was sent is taken bit by bit; the board goes on meanwhile.
  await expect.poll(untaken, { timeout: 240_000, interval: 1_000 }).toBe(0);
  isOver = true;

  expect(tally(answers)).toEqual({
    received: 3 * senders,
    // One address may send twenty within ten minutes.
    unproven: 20,
    too_many_requests: greedy - 20,
    proof_invalid: forged,
  });
  expect(
    await count(
      "select 1 from public.communications where workspace_id = $1 and lead_id is not null",
      [workspace.id],
    ),
  ).toBe(senders);
  expect(await count("select 1 from public.leads where workspace_id = $1", [workspace.id])).toBe(
    senders,
  );
  expect(
    await count("select 1 from public.communications where id = any ($1::uuid[])", [ids]),
  ).toBe(senders);
  const { opened, moved } = await board;
  expect(opened).toBeGreaterThan(10);
  expect(moved).toBe(opened);
}, 420_000);

const proofs = new Map<string, Promise<{ p_challenge: string; p_solution: number }>>();

/** A message with its own proof; a double tap sends the same. */
async function sendTrue(id: string, n: number): Promise<string> {
  const proof = proofs.get(id) ?? prove();
  proofs.set(id, proof);
  return await send(`198.51.${n % 256}.${n >> 8}`, {
    p_id: id,
    p_email: `nr${n}@post.example`,
    ...(await proof),
  });
}

const sendGreedy = (n: number) =>
  send("203.0.113.66", { p_id: randomUUID(), p_email: `gierig${n}@post.example` });

const sendForged = (n: number) =>
  send(`192.0.${n % 256}.${n >> 8}`, {
    p_id: randomUUID(),
    p_email: `falsch${n}@post.example`,
    p_challenge: `${randomUUID()}.1.9999999999.00.${"0".repeat(64)}`,
    p_solution: n,
  });

async function prove() {
  const challenge: unknown = await call(
    "contact_challenge",
    { p_slug: workspace.slug },
    "198.51.100.1",
  );
  if (!isChallenge(challenge)) throw new Error("No challenge.");
  return { p_challenge: challenge.challenge, p_solution: await solveChallenge(challenge) };
}

function isChallenge(answer: unknown): answer is { challenge: string; bits: number } {
  return typeof answer === "object" && answer !== null && "challenge" in answer && "bits" in answer;
}

async function send(address: string, args: Record<string, unknown>): Promise<string> {
  const common = { p_slug: workspace.slug, p_name: "Rosa Grünfeld", p_body: "40 Schürzen?" };
  return String(
    await call("send_contact_message", { ...common, p_locale: "de", ...args }, address),
  );
}

/** What a function answers to a visitor whom our own server vouches for, or the name of its error. */
async function call(name: string, args: Record<string, unknown>, address: string) {
  const response = await fetch(`${stack.url}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: {
      apikey: stack.publishableKey,
      "content-type": "application/json",
      "x-spur-client": vouch(address, clientSecret),
    },
    body: JSON.stringify(args),
  });
  const answer: unknown = await response.json();
  const isError = typeof answer === "object" && answer !== null && "message" in answer;
  return isError ? answer.message : answer;
}

/** Opens the board and moves a card, again and again; every one must succeed. */
async function useBoard(isOver: () => boolean) {
  const rep = some(workspace.reps[0]);
  const client = createClient(stack.url, stack.publishableKey, {
    auth: { persistSession: false },
    realtime: { transport: ws as unknown as typeof WebSocket },
  });
  const { error } = await client.auth.signInWithPassword(rep);
  if (error) throw error;
  const [one, two] = workspace.stages.filter(({ kind }) => kind === "open");
  let opened = 0;
  let moved = 0;
  while (!isOver()) {
    const board = await client.rpc("open_board", { p_workspace_id: workspace.id });
    if (board.error) throw new Error(board.error.message);
    opened++;
    const move = await client.rpc("move_opportunity", {
      p_id: workspace.opportunityIds[0],
      p_stage_id: some(moved % 2 ? one : two).id,
      p_after_id: null,
      p_before_id: null,
      p_mutation_id: randomUUID(),
    });
    if (move.error) throw new Error(move.error.message);
    moved++;
    await pause(100);
  }
  return { opened, moved };
}

/** The answers to all, so many of them at a time. */
async function eachOf(submissions: readonly (() => Promise<string>)[]): Promise<string[]> {
  const answers: string[] = [];
  const rest = submissions.values();
  const lane = async () => {
    for (const submit of rest) answers.push(await submit());
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return answers;
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function tally(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

const untaken = () => count("select 1 from private.contact_messages where status = 'received'");

async function count(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::integer as count from (${sql}) found`,
    values,
  );
  return rows[0]?.count ?? 0;
}
