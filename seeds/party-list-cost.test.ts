import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testStack } from "@/supabase/tests/stack";
import { type Database, inTransaction, one } from "./database";
import { fillParties } from "./fill-parties";
import { generate } from "./generation";

// As with boards, what a list costs is counted in rows that Postgres fetches: a plan that reads
// the workspace for a page of it shows on any machine.

const slug = `l-${randomBytes(5).toString("hex")}`;
const PAGE = 10;
let workspaceId = "";

beforeAll(async () => {
  const wanted = { slug, opportunities: 50, closed: 0.5, teams: 1, reps: 2, foreign: 50 };
  ({ workspaceId } = await generate(testStack().databaseUrl, wanted));
  await fillParties(testStack().databaseUrl, workspaceId, 4000);
});

const orders = [
  { sort: "name", place: 'name collate "und-x-icu"' },
  { sort: "created", place: "created_at" },
  { sort: "changed", place: "updated_at" },
];

test.each(orders)("a page far down by $sort fetches no more than the first", async (order) => {
  await asRep(async (database) => {
    const { after } = await one<{ after: string }>(
      database,
      `select jsonb_build_array(to_jsonb(${order.sort === "name" ? "name" : order.place}), id)::text as after
      from public.parties where workspace_id = $1 order by ${order.place}, id offset 3000 limit 1`,
      [workspaceId],
    );
    const query = { sort: order.sort };
    const first = await countFetched(database, () => page(database, query, null));
    const deep = await countFetched(database, () => page(database, query, after));
    expect(first).toBeGreaterThan(0);
    // Once to find it, once to show it.
    expect(first).toBeLessThanOrEqual(2 * PAGE);
    expect(deep).toBeLessThanOrEqual(2 * PAGE);
  });
});

test("a class, a role or an owner that is rare is not looked for among all", async () => {
  await asRep(async (database) => {
    const { classed, played, owned, memberId } = await one<{
      classed: number;
      played: number;
      owned: number;
      memberId: string;
    }>(
      database,
      `select (select count(*)::integer from public.party_classifications where workspace_id = $1) as classed,
        (select count(*)::integer from public.party_roles where workspace_id = $1 and role_code = 'SUPPLIER') as played,
        count(*)::integer as owned, owner_id as "memberId"
      from public.parties where workspace_id = $1 and owner_id is not null
      group by owner_id order by count(*) limit 1`,
      [workspaceId],
    );
    const fetched = (condition: object) =>
      countFetched(database, () => page(database, { condition }, null));
    expect(await fetched({ classes: ["VALUE_A"] })).toBeLessThanOrEqual(classed + PAGE);
    expect(await fetched({ roles: ["SUPPLIER"] })).toBeLessThanOrEqual(played + PAGE);
    expect(await fetched({ ownerIds: [memberId] })).toBeLessThanOrEqual(2 * owned + PAGE);
    expect(await fetched({ blacklisted: true })).toBe(0);
    expect(await fetched({ roles: ["COMPETITOR"] })).toBe(0);
  });
});

const page = (database: Database, query: object, after: string | null) =>
  database.query("select public.party_page($1, $2, $3, $4)", [workspaceId, query, after, PAGE]);

/** Runs as a rep under all policies, in a transaction that leaves nothing behind. */
async function asRep(work: (database: Database) => Promise<void>): Promise<void> {
  const done = new Error("done");
  const run = inTransaction(testStack().databaseUrl, async (database) => {
    await database.query(
      `select set_config('request.jwt.claims',
        json_build_object('sub', m.user_id, 'role', 'authenticated')::text, true)
      from public.members m where m.workspace_id = $1 and m.email = $2`,
      [workspaceId, `rep-1@${slug}.example`],
    );
    await database.query("set local role authenticated");
    await work(database);
    throw done;
  });
  await expect(run).rejects.toBe(done);
}

/** Parties that Postgres looked at, by index or not, during `work`. */
async function countFetched(database: Database, work: () => Promise<unknown>): Promise<number> {
  const read = () =>
    one<{ rows: number }>(
      database,
      `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as rows
      from pg_stat_xact_user_tables where schemaname = 'public' and relname = 'parties'`,
    );
  const before = await read();
  await work();
  return (await read()).rows - before.rows;
}
