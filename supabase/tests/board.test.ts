import { beforeAll, describe, expect, it } from "vitest";
import { as, call, tryAs } from "./actors";
import { failure, one, openDatabase, type Row, value } from "./database";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
let world: World;

interface Board {
  columns: Record<string, { id: string; rank: string }[]>;
  figures: { column: string; count: number }[];
  heads: Record<string, number>;
}

// 20,000 rows: 15,000 closed, 4,000 in a team whose cards the reader may not see, 1,000 to look at.
beforeAll(async () => {
  world = await makeWorld(pool);
  const { stages, teams } = world;
  await insertMany(15_000, stages.won, teams.east, 1);
  await insertMany(4_000, stages.enquiry, teams.south, 20_000);
  await insertMany(1_000, stages.enquiry, teams.east, 40_000);
  await pool.query("analyze public.opportunities, public.stage_figures, public.parties");
}, 120_000);

async function insertMany(count: number, stageId: string, teamId: string, first: number) {
  await pool.query(
    `insert into public.opportunities (workspace_id, stage_id, rank, name, customer_id, currency, team_id, amount)
     select $1, $2, 'd' || ${RANK} || 'V', 'Nr. ' || n, $3, 'EUR', $4, n
     from generate_series($5::int, $5::int + $6::int - 1) n`,
    [world.workspaceId, stageId, world.customerId, teamId, first, count],
  );
}

/** Four digits of base 62 make a key of their own out of every number below 14 million. */
const RANK = [238_328, 3844, 62, 1]
  .map((weight) => `private.rank_digit((n / ${weight}) % 62)`)
  .join(" || ");

const openBoard = async (pageSize: number) =>
  (await call(pool, world.colleague, "open_board", {
    p_workspace_id: world.workspaceId,
    p_page_size: pageSize,
  })) as Board;

/** The plan of a query as a member of team east runs it. */
async function planOf(sql: string): Promise<string> {
  return await tryAs(pool, world.colleague, async (database) => {
    await database.query("set local enable_bitmapscan = off");
    const { rows } = await database.query<Row>(`explain ${sql}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
}

describe("a board over twenty thousand cards", () => {
  it("shows the first page of each column and counts all", async () => {
    const board = await openBoard(30);
    expect(board.columns[world.stages.enquiry]).toHaveLength(30);
    expect(board.columns[world.stages.won]).toHaveLength(30);
    const counts = Object.fromEntries(board.figures.map(({ column, count }) => [column, count]));
    expect(counts).toEqual({ [world.stages.enquiry]: 1000, [world.stages.won]: 15_000 });
  });

  it("pages through a column without a gap or a repetition", async () => {
    const { columns } = await openBoard(100);
    const seen = columns[world.stages.enquiry] ?? [];
    for (let last = seen.at(-1); last; ) {
      const page = (await call(pool, world.colleague, "board_page", {
        p_workspace_id: world.workspaceId,
        p_column: world.stages.enquiry,
        p_after: `${last.rank} ${last.id}`,
        p_page_size: 300,
      })) as { cards: { id: string; rank: string }[] };
      seen.push(...page.cards);
      last = page.cards.at(-1);
    }
    expect(seen).toHaveLength(1000);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1000);
    expect(seen.map(({ rank }) => rank)).toEqual(
      [...seen.map(({ rank }) => rank)].sort(inByteOrder),
    );
  });

  it("reads its first cards from the index of the column", async () => {
    // The query of private.column_pages itself, so that the two cannot part.
    const source = await value(pool, "select prosrc from pg_proc where proname = 'column_pages'");
    const [, query = ""] = /return \((.*)\);/s.exec(String(source)) ?? [];
    const plan = await planOf(
      query
        .replaceAll("p_topics", `array(select private.my_topics_in('${world.workspaceId}'))`)
        .replaceAll("p_stage_ids", `array['${world.stages.enquiry}'::uuid]`)
        .replaceAll("p_after_rank", "''")
        .replaceAll("p_limit", "30"),
    );
    expect(plan).toContain("Index Scan using opportunities_column");
    expect(plan).not.toMatch(/Seq Scan on opportunities|opportunities_stage_id_rank_key/);
  });

  it("touches only what it shows: no scan of the whole table, closed or foreign rows unread", async () => {
    const work = await as(pool, world.colleague, async (database) => {
      const before = await one(database, SCANS);
      await database.query("select public.open_board($1, 30)", [world.workspaceId]);
      await database.query("select public.board_page($1, $2, 'd0000V', 50)", [
        world.workspaceId,
        world.stages.enquiry,
      ]);
      const after = await one(database, SCANS);
      return {
        scans: Number(after.scans) - Number(before.scans),
        read: Number(after.read) - Number(before.read),
      };
    });
    expect(work.scans).toBe(0);
    // 30 cards of each of two columns, 50 more: an index entry a card, and a few to find the ends.
    expect(work.read).toBeGreaterThanOrEqual(110);
    expect(work.read).toBeLessThan(200);
  });

  it("finds the place of a move without walking along the column", async () => {
    const { rows } = await pool.query<{ id: string }>(
      "select id from public.opportunities where stage_id = $1 order by rank offset 7500 limit 2",
      [world.stages.won],
    );
    const [first, second] = rows;
    if (!first || !second) throw new Error("no cards");
    const read = await tryAs(pool, world.manager, async (database) => {
      const before = await one(database, SCANS);
      await database.query("select private.place_in_stage($1, $2, $3, null)", [
        world.stages.won,
        second.id,
        first.id,
      ]);
      const after = await one(database, SCANS);
      return Number(after.read) - Number(before.read);
    });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(10);
  });

  it("is nobody's business outside the workspace", async () => {
    const stranger = (await makeWorld(pool)).admin;
    const attempt = call(pool, stranger, "open_board", { p_workspace_id: world.workspaceId });
    expect(await failure(attempt)).toMatchObject({ message: "workspace_not_found" });
  });
});

/** What this transaction has read so far; the view counts this connection alone. */
const SCANS = `
  select (select seq_scan from pg_stat_xact_user_tables where relname = 'opportunities') as scans,
    (select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_index
     where indrelid = 'public.opportunities'::regclass) as read`;

function inByteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
