import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testStack } from "@/supabase/tests/stack";
import { type Database, inTransaction, one } from "./database";
import { generate } from "./generation";

// What a board costs is counted in rows that Postgres fetches, not in milliseconds: a plan that
// reads a whole column shows on any machine.

const slug = `c-${randomBytes(5).toString("hex")}`;
const PAGE = 10;
let workspaceId = "";

beforeAll(async () => {
  const wanted = { slug, opportunities: 3000, closed: 0.8, teams: 3, reps: 4, foreign: 1000 };
  // Others beside it make the planner expect less of each column than it holds.
  const others = { ...wanted, slug: `${slug}-beside`, opportunities: 1500, foreign: 300 };
  await generate(testStack().databaseUrl, others);
  ({ workspaceId } = await generate(testStack().databaseUrl, wanted));
});

test("opening a board fetches a page a topic and column, however full the columns are", async () => {
  await asRep(async (database, { topics, stages }) => {
    const fetched = await countFetched(database, () =>
      database.query("select public.open_board($1, $2)", [workspaceId, PAGE]),
    );
    expect(fetched).toBeLessThanOrEqual(topics * stages * PAGE);
  });
});

test("opening a board fetches the customers of its cards and of nobody else", async () => {
  await asRep(async (database, { stages }) => {
    const fetched = await countFetched(
      database,
      () => database.query("select public.open_board($1, $2)", [workspaceId, PAGE]),
      "parties",
    );
    expect(fetched).toBeGreaterThan(0);
    expect(fetched).toBeLessThanOrEqual(stages * PAGE);
  });
});

test("a page far down a column fetches no more than one at its top", async () => {
  await asRep(async (database, { topics, fullest }) => {
    const fetched = await countFetched(database, () =>
      database.query("select public.board_page($1, $2, $3, $4)", [
        workspaceId,
        fullest.stageId,
        fullest.deepRank,
        PAGE,
      ]),
    );
    expect(fetched).toBeGreaterThan(0);
    expect(fetched).toBeLessThanOrEqual(topics * PAGE);
  });
});

test("dropping a card far down a column fetches a few rows", async () => {
  await asRep(async (database, { fullest }) => {
    const { id } = await one<{ id: string }>(
      database,
      `select id from public.opportunities where workspace_id = $1 and topic like 'team:%'
      and stage_id <> $2 limit 1`,
      [workspaceId, fullest.stageId],
    );
    const fetched = await countFetched(database, () =>
      database.query("select public.move_opportunity($1, $2, null, $3, $4)", [
        id,
        fullest.stageId,
        fullest.deepId,
        randomUUID(),
      ]),
    );
    expect(fetched).toBeLessThanOrEqual(20);
  });
});

test.each([
  "a",
  "mü",
  "müller gm",
  "wand 17",
  "xyzzy",
  "Mülller Loigstik",
  "0221 4711",
  "@x.test",
  "K-1002",
])(
  "searching for %s reads a bounded number of rows, and no table from end to end",
  async (text) => {
    await asRep(async (database) => {
      await expectFewRows(database, 1500, () =>
        database.query("select public.search($1, $2)", [workspaceId, text]),
      );
    });
  },
);

test.each([
  "a",
  "Anna",
  "Müller",
  "Müller Logistik GmbH",
  "Logistik Müler Süd",
  "Weber Anna Maria",
])(
  "telling whether %s is known reads a bounded number of rows, and no table from end to end",
  async (text) => {
    await asRep(async (database) => {
      // Of a workspace as small as this the planner may read all names once; never those of others.
      await expectFewRows(database, 4000, () =>
        database.query("select public.find_likely_parties($1, 'organization', $2, $3)", [
          workspaceId,
          text,
          ["info@kunde.test", "+492214711", "https://kunde.test/"],
        ]),
      );
    });
  },
);

async function expectFewRows(
  database: Database,
  most: number,
  ask: () => Promise<unknown>,
): Promise<void> {
  // The first time in a session also plans.
  await ask();
  const before = await readRows(database);
  await ask();
  const after = await readRows(database);
  expect(after.scanned - before.scanned).toBe(0);
  expect(after.fetched - before.fetched).toBeLessThanOrEqual(most);
}

type Place = {
  topics: number;
  stages: number;
  /** The column with the most cards that the rep sees, and one of the last of them. */
  fullest: { stageId: string; deepId: string; deepRank: string };
};

/** Runs as a rep under all policies, in a transaction that leaves nothing behind. */
async function asRep(work: (database: Database, place: Place) => Promise<void>): Promise<void> {
  const done = new Error("done");
  const run = inTransaction(testStack().databaseUrl, async (database) => {
    await database.query(
      `select set_config('request.jwt.claims',
        json_build_object('sub', m.user_id, 'role', 'authenticated')::text, true)
      from public.members m where m.workspace_id = $1 and m.email = $2`,
      [workspaceId, `rep-1@${slug}.example`],
    );
    await database.query("set local role authenticated");
    const counts = await one<{ topics: number; stages: number }>(
      database,
      `select (select count(*)::integer from private.my_topics_in($1)) as topics,
        (select count(*)::integer from public.stages where workspace_id = $1) as stages`,
      [workspaceId],
    );
    const fullest = await one<Place["fullest"]>(
      database,
      `select stage_id as "stageId", (array_agg(id order by rank desc))[20] as "deepId",
        (array_agg(rank order by rank desc))[20] as "deepRank"
      from public.opportunities where workspace_id = $1
      group by stage_id order by count(*) desc limit 1`,
      [workspaceId],
    );
    await work(database, { ...counts, fullest });
    throw done;
  });
  await expect(run).rejects.toBe(done);
}

/** Rows of a table that Postgres looked at, by index or not, during `work`. */
async function countFetched(
  database: Database,
  work: () => Promise<unknown>,
  table: "opportunities" | "parties" = "opportunities",
): Promise<number> {
  const read = () =>
    one<{ rows: number }>(
      database,
      `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::integer as rows
      from pg_stat_xact_user_tables where schemaname = 'public' and relname = $1`,
      [table],
    );
  const before = await read();
  await work();
  return (await read()).rows - before.rows;
}

/** Rows read so far in this transaction of what a search looks into, table by table, and by index. */
async function readRows(database: Database): Promise<{ scanned: number; fetched: number }> {
  return await one<{ scanned: number; fetched: number }>(
    database,
    `select coalesce(sum(seq_tup_read), 0)::integer as scanned,
      coalesce(sum(idx_tup_fetch), 0)::integer as fetched
    from pg_stat_xact_user_tables where relname in ('search_entries', 'search_vocabulary', 'parties',
      'leads', 'opportunities', 'communications', 'contact_points', 'party_external_ids',
      'party_relationships')`,
  );
}
