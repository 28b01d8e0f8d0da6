import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { inTransaction } from "../../seeds/database";
import type { Stack } from "../../supabase/local/stack";
import { type Arrival, type BoardsAnswer, type BoardsOrder, now } from "./boards-protocol";
import { connectAs, type Load, signIn } from "./fixture";
import { startFloor } from "./floor-server";
import { compare, type Line, percentile } from "./report";

const WRITES = 120;
/** Between two writes, of which every second is the floor's: five drags a second. */
const PAUSE_MS = 100;

/** From the commit of a drag to every open board, beside the same bytes on the floor. */
export async function measureBroadcast(
  stack: Stack,
  load: Load,
  boardCount: number,
): Promise<Line[]> {
  const floor = await startFloor(stack.databaseUrl);
  const boards = fork(new URL("./boards-process.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
  });
  const writer = await connectAs(stack, "authenticated", load.adminClaims);
  try {
    const order = await prepareBoards(stack, load, boardCount);
    await ask(boards, { kind: "open", floorUrl: floor.url, ...order });
    const card = await pickSharedCard(stack, load);
    const sent = await write(writer, card);
    const arrivals = await collect(boards, boardCount * WRITES * 2);
    return summarise(sent, arrivals, boardCount);
  } finally {
    boards.kill();
    await writer.end();
    await floor.stop();
  }
}

/** Boards of all reps in turn, each with a token of its own user and all the topics it may see. */
async function prepareBoards(stack: Stack, load: Load, boardCount: number) {
  const viewers = await Promise.all(
    load.emails.reps.map(async (email) => {
      const token = await signIn(stack, email);
      const topics = await inTransaction(stack.databaseUrl, async (database) => {
        await database.query(
          `select set_config('request.jwt.claims', json_build_object('sub', id)::text, true)
          from auth.users where email = $1`,
          [email],
        );
        const { rows } = await database.query<{ topic: string }>(
          "select private.my_topics_in($1) as topic",
          [load.id],
        );
        return rows.map(({ topic }) => topic);
      });
      return { token, topics };
    }),
  );
  const boards = Array.from({ length: boardCount }, (_, n) => viewers[n % viewers.length]);
  return {
    url: stack.url,
    publishableKey: stack.publishableKey,
    boards: boards.filter((board) => board !== undefined),
  };
}

type Card = { id: string; stageId: string };

/** A card that the whole workspace sees, so that every board hears of it. */
async function pickSharedCard(stack: Stack, load: Load): Promise<Card> {
  return await inTransaction(stack.databaseUrl, async (database) => {
    const { rows } = await database.query<Card>(
      `select o.id, o.stage_id as "stageId" from public.opportunities o
      join public.stages s on s.id = o.stage_id and s.kind = 'open'
      where o.workspace_id = $1 and o.topic like 'workspace:%' limit 1`,
      [load.id],
    );
    if (!rows[0]) throw new Error("No card that everybody sees.");
    return rows[0];
  });
}

type Sent = Record<"boards" | "floor", Map<string, number>>;

/** Writes by turns; each is timed from just before its COMMIT. */
async function write(writer: pg.Client, card: Card): Promise<Sent> {
  const sent: Sent = { boards: new Map(), floor: new Map() };
  for (let n = 0; n < WRITES; n++) {
    const mark = randomUUID();
    await writer.query("begin");
    const { rows } = await writer.query<{ card: object }>(
      "select public.move_opportunity($1, $2, null, null, $3) as card",
      [card.id, card.stageId, mark],
    );
    sent.boards.set(mark, now());
    await writer.query("commit");
    await delay(PAUSE_MS);

    const floorMark = randomUUID();
    await writer.query("begin");
    await writer.query("select pg_notify('bench_floor', $1)", [
      JSON.stringify({ mutationId: floorMark, changes: rows }),
    ]);
    sent.floor.set(floorMark, now());
    await writer.query("commit");
    await delay(PAUSE_MS);
  }
  return sent;
}

/** Waits until all are there or, for ten seconds, no more come: what is missing then is lost. */
async function collect(boards: ChildProcess, expected: number): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  const deadline = now() + 10_000;
  while (arrivals.length < expected && now() < deadline) {
    const answer = await ask(boards, { kind: "report" });
    if (answer.kind === "arrivals") arrivals.push(...answer.arrivals);
    if (arrivals.length < expected) await delay(200);
  }
  return arrivals;
}

function summarise(sent: Sent, arrivals: readonly Arrival[], boardCount: number): Line[] {
  const latencies = (marks: ReadonlyMap<string, number>) =>
    arrivals.flatMap(({ mark, at }) => {
      const begin = marks.get(mark);
      return begin === undefined ? [] : [at - begin];
    });
  const measured = latencies(sent.boards);
  const floor = latencies(sent.floor);
  const share = (count: number) => `${((100 * count) / (WRITES * boardCount)).toFixed(2)} %`;
  const line = (what: string, p: number) =>
    compare(what, percentile(measured, p), percentile(floor, p));
  return [
    line(`commit to each of ${boardCount} open boards, p50`, 0.5),
    line("  p95", 0.95),
    line("  p99", 0.99),
    { what: "  delivered", measured: share(measured.length), floor: share(floor.length) },
  ];
}

/** Sends an order and waits for its answer. */
async function ask(boards: ChildProcess, order: BoardsOrder): Promise<BoardsAnswer> {
  return await new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("The process of the boards ended."));
    boards.once("exit", onExit);
    boards.once("message", (answer: BoardsAnswer) => {
      boards.off("exit", onExit);
      if (answer.kind === "failed") reject(new Error(answer.message));
      else resolve(answer);
    });
    boards.send(order);
  });
}
