import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { inTransaction, one } from "../../seeds/database";
import type { Stack } from "../../supabase/local/stack";
import { type Arrival, type BoardsAnswer, type BoardsOrder, now } from "./boards-protocol";
import { connectAs, type Load, signIn } from "./fixture";
import { startFloor } from "./floor-server";
import { compare, type Limit, type Line, median, percentile } from "./report";

/** Events a second, to each board as to each socket of the floor. */
const RATE = 50;
/** Boards and floor take turns of this many events: each has the machine to itself. */
const TURN = 100;
const TURNS = 6;
const WRITES = TURN * TURNS;
/** A drag waits for the disk; several people do not wait for each other. */
const WRITERS = 4;
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
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, () => connectAs(stack, "authenticated", load.adminClaims)),
  );
  try {
    const cards = await pickSharedCards(stack, load);
    const event = await dragOnce(stack, writers, cards);
    const order = await prepareBoards(stack, load, boardCount);
    await ask(boards, { kind: "open", floorUrl: floor.url, ...order });
    const sent: Sent = { boards: new Map(), floor: new Map() };
    const arrivals: Arrival[] = [];
    const seconds: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      seconds.push(await atRate(writers, (writer, n) => drag(writer, cards, n, sent.boards)));
      arrivals.push(...(await collect(boards, boardCount * TURN)));
      await atRate(writers, (writer) => notifyFloor(writer, event, sent.floor));
      arrivals.push(...(await collect(boards, boardCount * TURN)));
    }
    return summarise(sent, arrivals, boardCount, TURN / median(seconds));
  } finally {
    boards.kill();
    await Promise.all(writers.map((writer) => writer.end()));
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

/** Cards that the whole workspace sees, so that every board hears of them. */
async function pickSharedCards(stack: Stack, load: Load): Promise<Card[]> {
  return await inTransaction(stack.databaseUrl, async (database) => {
    const { rows } = await database.query<Card>(
      `select o.id, o.stage_id as "stageId" from public.opportunities o
      join public.stages s on s.id = o.stage_id and s.kind = 'open'
      where o.workspace_id = $1 and o.topic like 'workspace:%' limit $2`,
      [load.id, WRITERS],
    );
    if (rows.length < WRITERS) throw new Error("Too few cards that everybody sees.");
    return rows;
  });
}

/** When each marked event was about to be committed. */
type Marks = Map<string, number>;
type Sent = Record<"boards" | "floor", Marks>;

/** Sends a turn of events, each at its moment unless its writer is still busy; how long it took. */
async function atRate(
  writers: readonly pg.Client[],
  send: (writer: pg.Client, n: number) => Promise<void>,
): Promise<number> {
  const begin = now();
  await Promise.all(
    writers.map(async (writer, n) => {
      for (let event = n; event < TURN; event += writers.length) {
        await delay(Math.max(0, begin + (event * 1000) / RATE - now()));
        await send(writer, n);
      }
    }),
  );
  return (now() - begin) / 1000;
}

async function drag(
  writer: pg.Client,
  cards: readonly Card[],
  n: number,
  marks: Marks,
): Promise<void> {
  const card = cards[n];
  const mark = randomUUID();
  await writer.query("begin");
  await writer.query("select public.move_opportunity($1, $2, null, null, $3)", [
    card?.id,
    card?.stageId,
    mark,
  ]);
  marks.set(mark, now());
  await writer.query("commit");
}

/** What a drag tells the boards: the card before and after, with who moved it. */
async function dragOnce(
  stack: Stack,
  [writer]: readonly pg.Client[],
  cards: readonly Card[],
): Promise<object> {
  const marks: Marks = new Map();
  if (writer) await drag(writer, cards, 0, marks);
  return await inTransaction(stack.databaseUrl, async (database) => {
    const { payload } = await one<{ payload: object }>(
      database,
      "select payload from realtime.messages where payload ->> 'mutationId' = $1",
      [[...marks.keys()][0]],
    );
    return payload;
  });
}

/** The same event, as a row of its own and in the notification. */
async function notifyFloor(writer: pg.Client, event: object, marks: Marks): Promise<void> {
  const mutationId = randomUUID();
  await writer.query("begin");
  await writer.query(
    `with kept as (insert into public.bench_floor (event) values ($1) returning event)
    select pg_notify('bench_floor', event) from kept`,
    [JSON.stringify({ ...event, mutationId })],
  );
  marks.set(mutationId, now());
  await writer.query("commit");
}

/** Waits until all are there or, after ten seconds, some never came: what is missing then is lost. */
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

function summarise(
  sent: Sent,
  arrivals: readonly Arrival[],
  boardCount: number,
  rate: number,
): Line[] {
  const latencies = (marks: ReadonlyMap<string, number>) =>
    arrivals.flatMap(({ mark, at }) => {
      const begin = marks.get(mark);
      return begin === undefined ? [] : [at - begin];
    });
  const measured = latencies(sent.boards);
  const floor = latencies(sent.floor);
  const share = (count: number) => `${((100 * count) / (WRITES * boardCount)).toFixed(2)} %`;
  const line = (what: string, p: number, limit?: Limit) =>
    compare(what, percentile(measured, p), percentile(floor, p), limit);
  return [
    line(
      `commit to each of ${boardCount} open boards, ${rate.toFixed(0)} events a second, p50`,
      0.5,
    ),
    line("  p95", 0.95, { times: 2 }),
    line("  p99", 0.99),
    {
      what: "  delivered",
      measured: share(measured.length),
      floor: share(floor.length),
      promise: { says: "all", isKept: measured.length === WRITES * boardCount },
    },
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
