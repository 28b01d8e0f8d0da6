import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { as, call } from "./actors";
import { openDatabase, type Row, value } from "./database";
import { addLead, type Lead, takeLead } from "./leads";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);
const PAGE = 10;
let world: World;

beforeAll(async () => {
  world = await makeWorld(pool);
  await fill(world, "closed", 3000);
  await fill(world, "unassigned", 400);
  await fill(await makeWorld(pool), "unassigned", 3000);
  await pool.query("analyze public.leads");
});

/** Many leads of one customer, a minute apart. */
async function fill({ workspaceId, customerId, teams }: World, queue: string, count: number) {
  await pool.query(
    `insert into public.leads (workspace_id, party_id, team_id, status, disqualified_reason, created_at)
     select $1, $2, case when n % 2 = 0 then $3::uuid end, $4, 'Kein Bedarf', now() - n * interval '1 minute'
     from generate_series(1, $5::int) n`,
    [workspaceId, customerId, teams.east, queue === "closed" ? "disqualified" : "new", count],
  );
}

const list = async (given: Row = {}) =>
  // The shape is what the tests of the router are about.
  (await call(pool, world.owner, "list_leads", {
    p_workspace_id: world.workspaceId,
    p_queues: ["unassigned", "assigned"],
    p_limit: PAGE,
    ...given,
  })) as (Lead & { createdAt: string })[];

describe("a page of leads", () => {
  it("fetches a page a topic and queue, however many are closed or others'", async () => {
    const fetched = await as(pool, world.owner, async (database) => {
      const count = () =>
        value(
          database,
          `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int
           from pg_stat_xact_user_tables where schemaname = 'public' and relname = 'leads'`,
        );
      const before = Number(await count());
      await database.query("select public.list_leads($1, '{unassigned,assigned}', $2)", [
        world.workspaceId,
        PAGE,
      ]);
      return Number(await count()) - before;
    });
    const [topics, queues] = [3, 2];
    expect(fetched).toBeGreaterThan(0);
    expect(fetched).toBeLessThanOrEqual(topics * queues * PAGE);
  });

  it("goes on where the one before ended, also within one moment", async () => {
    const seen: string[] = [];
    let last: (Lead & { createdAt: string }) | undefined;
    do {
      const page = await list({
        p_limit: 100,
        p_before_at: last?.createdAt ?? null,
        p_before_id: last?.id ?? null,
      });
      seen.push(...page.map(({ id }) => id));
      last = page.length === 100 ? page.at(-1) : undefined;
    } while (last);
    expect(seen).toHaveLength(400);
    expect(new Set(seen).size).toBe(400);
  });

  it("can be of one owner and of some statuses", async () => {
    const lead = await addLead(pool, world, world.colleague);
    await takeLead(pool, world.owner, lead.id);
    const mine = { p_owner_id: world.owner.memberId };
    expect((await list(mine)).map(({ id }) => id)).toEqual([lead.id]);
    expect(await list({ ...mine, p_statuses: ["working"] })).toEqual([]);
    expect(await list({ ...mine, p_owner_id: randomUUID() })).toEqual([]);
  });
});
