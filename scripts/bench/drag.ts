import { randomUUID } from "node:crypto";
import type pg from "pg";
import { inTransaction } from "../../seeds/database";
import type { Stack } from "../../supabase/local/stack";
import { connectAs, type Load } from "./fixture";
import { compare, exactlyOne, type Line, median, percentile, takeTurns } from "./report";

const ROUNDS = 150;

/** One drag: what it writes, counted by Postgres, and how long it takes beside a bare update. */
export async function measureDrag(stack: Stack, load: Load): Promise<Line[]> {
  const places = await pickPlaces(stack, load);
  await inTransaction(stack.databaseUrl, (database) =>
    database.query(
      `create schema bench;
      create table bench.cards as
        select id, stage_id, rank, version from public.opportunities where workspace_id = '${load.id}';
      alter table bench.cards add primary key (id);
      create unique index on bench.cards (stage_id, rank)`,
    ),
  );
  const rep = await connectAs(stack, "authenticated", load.adminClaims);
  const bare = await connectAs(stack, "postgres", load.adminClaims);
  try {
    const written = await countWrites(rep, places);
    let n = 0;
    const times = await takeTurns(
      ROUNDS,
      () => move(rep, places, n++),
      () =>
        bare.query(
          "update bench.cards set rank = rank || 'V', version = version + 1 where id = $1",
          [places.cards[n % places.cards.length]],
        ),
    );
    return [
      exactlyOne("one drag: rows changed in opportunities", written.rows),
      exactlyOne("one drag: numbers taken in change_log", written.numbers),
      exactlyOne("one drag: events sent", written.events),
      compare("one drag against a bare update, p50", median(times.measured), median(times.floor)),
      compare("  p95", percentile(times.measured, 0.95), percentile(times.floor, 0.95)),
    ];
  } finally {
    await rep.end();
    await bare.end();
  }
}

type Places = { cards: string[]; targets: { id: string; stageId: string }[] };

/** Cards of teams to move, and cards all over the open columns to drop them on. */
async function pickPlaces(stack: Stack, load: Load): Promise<Places> {
  return await inTransaction(stack.databaseUrl, async (database) => {
    const { rows } = await database.query<{ id: string; stageId: string }>(
      `select o.id, o.stage_id as "stageId"
      from public.opportunities o join public.stages s on s.id = o.stage_id
      where o.workspace_id = $1 and s.kind = 'open' and o.topic like 'team:%'
      order by md5(o.id::text) limit 400`,
      [load.id],
    );
    return { cards: rows.slice(0, 200).map(({ id }) => id), targets: rows.slice(200) };
  });
}

async function move(client: pg.Client, { cards, targets }: Places, n: number): Promise<void> {
  const target = targets[n % targets.length];
  await client.query({
    name: "move",
    text: "select public.move_opportunity($1, $2, $3, null, $4)",
    values: [cards[n % cards.length], target?.stageId, target?.id, randomUUID()],
  });
}

const COUNTED = {
  rows: "public.opportunities",
  numbers: "public.change_log",
  events: "realtime.messages",
} as const;

/** What Postgres itself counts as written by each of some moves. */
async function countWrites(client: pg.Client, places: Places) {
  const moves: Map<string, number>[] = [];
  for (let n = 0; n < 20; n++) {
    await client.query("begin");
    const before = await readCounters(client);
    await move(client, places, n);
    const after = await readCounters(client);
    await client.query("rollback");
    moves.push(
      new Map([...after].map(([table, count]) => [table, count - (before.get(table) ?? 0)])),
    );
  }
  const countsOf = (table: string) => moves.map((written) => written.get(table) ?? 0);
  return {
    rows: countsOf(COUNTED.rows),
    numbers: countsOf(COUNTED.numbers),
    events: countsOf(COUNTED.events),
  };
}

/** Rows that this connection has written and not yet reported to the shared statistics. */
async function readCounters(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ table: string; written: string }>(
    `select schemaname || '.' || relname as table, n_tup_ins + n_tup_upd + n_tup_del as written
    from pg_stat_xact_user_tables where schemaname || '.' || relname = any ($1)`,
    [Object.values(COUNTED)],
  );
  return new Map(rows.map(({ table, written }) => [table, Number(written)]));
}
