import { randomBytes, randomUUID } from "node:crypto";
import type { QueryResultRow } from "pg";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { testStack } from "@/supabase/tests/stack";
import { withoutIndexes } from "./bulk";
import { inTransaction } from "./database";
import { generate } from "./generation";
import { signIn } from "./test-client";
import { SEED_PASSWORD } from "./users";

const slug = `g-${randomBytes(5).toString("hex")}`;
const wanted = { slug, opportunities: 1500, closed: 0.8, teams: 3, reps: 4, foreign: 300 };
let workspaceId = "";

beforeAll(async () => {
  ({ workspaceId } = await generate(testStack().databaseUrl, wanted));
});

test("the figures equal the sums over the rows", async () => {
  expect(await count("opportunities")).toBe(1500);
  expect(await differingFigures()).toEqual([]);
});

test("closed, workspace-wide and private ones have their share, customers are worked repeatedly", async () => {
  const [shares] = await query(
    `select avg((closed_at is not null)::integer)::float8 as closed,
      avg((topic like 'workspace:%')::integer)::float8 as open_to_all,
      avg((topic like 'member:%')::integer)::float8 as private,
      count(*)::float8 / count(distinct customer_id) as per_customer
    from public.opportunities where workspace_id = $1`,
  );
  expect(shares?.closed).toBeCloseTo(0.8, 1);
  expect(shares?.open_to_all).toBeCloseTo(0.1, 1);
  expect(shares?.private).toBeCloseTo(0.05, 1);
  expect(shares?.per_customer).toBeCloseTo(8, 0);
});

test("ranks are whole keys between which others fit", async () => {
  const bad = await query(
    `select rank from (
      select rank, lead(rank) over (partition by stage_id order by rank) as next
      from public.opportunities where workspace_id = $1
    ) r
    where private.rank_integer(rank) <> rank
      or not private.rank_between(rank, next) > rank
      or (next is not null and not private.rank_between(rank, next) < next)`,
  );
  expect(bad).toEqual([]);
});

test("every opportunity is in exactly one stage at a time, the last of which is its own", async () => {
  const bad = await query(
    `select o.id from public.opportunities o join public.opportunity_stage_history h
      on h.opportunity_id = o.id
    where o.workspace_id = $1
    group by o.id
    having count(*) filter (where h.left_at is null
        and h.stage_id = o.stage_id and h.entered_at = o.stage_entered_at) <> 1
      or count(*) filter (where h.left_at is null) <> 1
      or count(*) filter (where h.left_at <= h.entered_at) <> 0
      or min(h.entered_at) <> o.created_at`,
  );
  expect(bad).toEqual([]);
});

test("a rep opens the board, moves a card, and catches up on exactly that", async () => {
  const rep = await signIn(testStack(), {
    email: `rep-1@${slug}.example`,
    password: SEED_PASSWORD,
  });
  const opened = board.parse(
    (await rep.rpc("open_board", { p_workspace_id: workspaceId, p_page_size: 10 })).data,
  );
  const [first, second] = opened.stages;
  const card = opened.columns[first?.id ?? ""]?.find(({ topic }) => topic.startsWith("team:"));
  const below = opened.columns[second?.id ?? ""]?.[3];
  const moved = await rep.rpc("move_opportunity", {
    p_id: card?.id,
    p_stage_id: second?.id,
    p_after_id: null,
    p_before_id: below?.id,
    p_mutation_id: randomUUID(),
  });
  expect(moved.error).toBeNull();

  const { data } = await rep.rpc("catch_up", {
    p_workspace_id: workspaceId,
    p_cursors: opened.heads,
  });
  expect(data).toMatchObject({
    status: "caught_up",
    goneIds: [],
    cards: [{ id: card?.id, stageId: second?.id, version: 2 }],
  });
  expect(data.cards).toHaveLength(1);
  expect(await differingFigures()).toEqual([]);
});

test("filling again adds at the end of the columns", async () => {
  await generate(testStack().databaseUrl, { ...wanted, opportunities: 200, foreign: 0 });
  expect(await count("opportunities")).toBe(1700);
  expect(await differingFigures()).toEqual([]);
});

test("a bulk load leaves foreign keys and indexes as they were", async () => {
  await inTransaction(testStack().databaseUrl, async (database) => {
    await database.query(
      `create schema bulk_test;
      set local search_path = bulk_test, public;
      create table bulk_test.parents (id integer primary key);
      create table bulk_test.children (
        id integer primary key, parent_id integer references bulk_test.parents on delete cascade);
      create index children_parent on bulk_test.children (parent_id desc) where id > 0`,
    );
    const listDefinitions = () =>
      database.query(
        `select conname, pg_get_constraintdef(oid), null from pg_constraint
        where connamespace = 'bulk_test'::regnamespace
        union all select indexname, indexdef, null from pg_indexes where schemaname = 'bulk_test'
        order by 1, 2`,
      );
    const before = await listDefinitions();
    const during = await withoutIndexes(database, ["bulk_test.children"], listDefinitions);
    expect(during.rows).toHaveLength(before.rows.length - 2);
    expect((await listDefinitions()).rows).toEqual(before.rows);
    await database.query("drop schema bulk_test cascade");
  });
});

const board = z.looseObject({
  heads: z.record(z.string(), z.number()),
  stages: z.array(z.looseObject({ id: z.string() })),
  columns: z.record(z.string(), z.array(z.looseObject({ id: z.string(), topic: z.string() }))),
});

async function query(sql: string): Promise<QueryResultRow[]> {
  return await inTransaction(testStack().databaseUrl, async (database) => {
    const { rows } = await database.query<QueryResultRow>(sql, [workspaceId]);
    return rows;
  });
}

async function count(table: string): Promise<number> {
  const [row] = await query(
    `select count(*)::integer as count from public.${table} where workspace_id = $1`,
  );
  return row?.count;
}

/** Columns whose kept figures are not what their rows say. */
function differingFigures() {
  return query(
    `with summed as (
      select topic, stage_id, currency, count(*), sum(coalesce(amount, 0)) as amount,
        sum(case when probability is not null then coalesce(amount, 0) else 0 end) as own,
        sum(coalesce(amount * probability, 0)) as times
      from public.opportunities where workspace_id = $1 group by topic, stage_id, currency
    )
    select * from summed s
    full join (select * from public.stage_figures where workspace_id = $1 and count > 0) f
      using (topic, stage_id, currency)
    where (s.count, s.amount, s.own, s.times) is distinct from
      (f.count, f.amount, f.amount_with_own_probability, f.amount_times_own_probability)`,
  );
}
