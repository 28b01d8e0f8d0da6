import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { call } from "./actors";
import { one, openDatabase, type Row, value } from "./database";
import { createOpportunity, moveOpportunity, updateOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(12);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const create = (given: Row = {}) => createOpportunity(pool, world, world.owner, given);

interface Event {
  seq: number;
  entity: string;
  actorId: string | null;
  mutationId: string | null;
  changes:
    | {
        id: string;
        op: string;
        version: number;
        before: Row | null;
        card: Row | null;
      }[]
    | null;
}

/** What was broadcast on a topic, in the order of the numbers. */
async function eventsOf(topic: string): Promise<Event[]> {
  const { rows } = await pool.query<{ payload: Event }>(
    "select payload from realtime.messages where topic = $1 and event = 'change' order by (payload ->> 'seq')::bigint",
    [topic],
  );
  return rows.map(({ payload }) => payload);
}

const lastEventOf = async (topic: string) => (await eventsOf(topic)).at(-1);
const team = () => `team:${world.teams.east}`;

describe("an event", () => {
  it("names the change and its author, and shows the card before and after", async () => {
    const card = await create({ p_team_id: world.teams.east, p_amount: 100.5 });
    const mutationId = randomUUID();
    const moved = await moveOpportunity(pool, world.colleague, card.id, world.stages.offer, {
      mutationId,
    });
    expect(await lastEventOf(team())).toMatchObject({
      seq: 2,
      entity: "opportunity",
      mutationId,
      actorId: world.colleague.memberId,
      changes: [
        {
          id: card.id,
          op: "update",
          version: 2,
          before: card,
          card: moved,
        },
      ],
    });
  });

  it("tells the topic that a card leaves as well as the one it enters, and nobody else", async () => {
    const card = await create({ p_team_id: world.teams.east, p_amount: 7 });
    await updateOpportunity(pool, world.owner, card.id, 1, { is_private: true });
    const hidden = `member:${world.owner.memberId}`;
    expect((await lastEventOf(team()))?.changes).toMatchObject([
      { id: card.id, op: "leave", version: 2, before: { amount: "7" }, card: null },
    ]);
    expect((await lastEventOf(hidden))?.changes).toMatchObject([
      {
        id: card.id,
        op: "enter",
        version: 2,
        before: null,
        card: { topic: hidden, amount: "7" },
      },
    ]);
    const elsewhere = await eventsOf(`workspace:${world.workspaceId}`);
    expect(JSON.stringify(elsewhere)).not.toContain(card.id);
  });

  it("takes the communications of a card along", async () => {
    const card = await create({ p_team_id: world.teams.east });
    const noteId = randomUUID();
    await call(pool, world.owner, "log_communication", {
      p_id: noteId,
      p_opportunity_id: card.id,
      p_type_code: "PHONE_COMMUNICATION",
      p_mutation_id: randomUUID(),
      p_subject: "Rückruf",
    });
    expect(await lastEventOf(team())).toMatchObject({
      entity: "communication",
      changes: [{ id: noteId, op: "enter", opportunityId: card.id }],
    });
    await updateOpportunity(pool, world.owner, card.id, 1, { is_private: true });
    const left = (await eventsOf(team())).filter(({ entity }) => entity === "communication").at(-1);
    expect(left?.changes).toMatchObject([{ id: noteId, op: "leave" }]);
  });

  it("is told when the workspace takes another name", async () => {
    await pool.query("update public.workspaces set name = 'Neu GmbH' where id = $1", [
      world.workspaceId,
    ]);
    expect(await lastEventOf(`workspace:${world.workspaceId}`)).toMatchObject({
      entity: "workspace",
      changes: [{ id: world.workspaceId, op: "update", name: "Neu GmbH" }],
    });
  });

  it("tells everybody of a view only while it is or was shared, and never what it says", async () => {
    const everybody = `workspace:${world.workspaceId}`;
    const before = (await eventsOf(everybody)).length;
    const id = await value(
      pool,
      `insert into public.saved_views (workspace_id, owner_id, name, parameters)
       values ($1, $2, 'Geheim', 'q=Geheim') returning id`,
      [world.workspaceId, world.owner.memberId],
    );
    const change = (set: string) =>
      pool.query(`update public.saved_views set ${set} where id = $1`, [id]);
    await change("name = 'Noch geheim'");
    expect((await eventsOf(everybody)).length).toBe(before);
    const own = await eventsOf(`member:${world.owner.memberId}`);
    expect(own.filter(({ entity }) => entity === "saved_view")).toHaveLength(2);
    await change("is_shared = true");
    await change("is_shared = false");
    await change("name = 'Wieder geheim'");
    const told = (await eventsOf(everybody)).slice(before);
    expect(told).toMatchObject([{ entity: "saved_view" }, { entity: "saved_view" }]);
    expect(JSON.stringify(told)).not.toMatch(/geheim/i);
  });

  it("lets a workspace go together with its views", async () => {
    await pool.query(
      `insert into public.saved_views (workspace_id, owner_id, name, parameters, is_shared)
       values ($1, $2, 'Alle', '', true)`,
      [world.workspaceId, world.owner.memberId],
    );
    await pool.query("delete from public.workspaces where id = $1", [world.workspaceId]);
    const left = "select count(*)::int from public.saved_views where workspace_id = $1";
    expect(await value(pool, left, [world.workspaceId])).toBe(0);
  });

  it("is not sent when nothing changed", async () => {
    const card = await create({ p_team_id: world.teams.east });
    await updateOpportunity(pool, world.owner, card.id, 1, { name: card.name });
    expect(await eventsOf(team())).toHaveLength(1);
  });
});

describe("a bulk statement", () => {
  it("takes one number and names fifty rows", async () => {
    await insertOpportunities(50);
    expect(await eventsOf(team())).toMatchObject([{ seq: 1, changes: { length: 50 } }]);
  });

  it("names nothing when there is more than an event can hold", async () => {
    await insertOpportunities(51);
    expect(await eventsOf(team())).toMatchObject([{ seq: 1, changes: null }]);
    const log = "select ids from public.change_log where topic = $1";
    expect(await value(pool, log, [team()])).toBeNull();
  });

  async function insertOpportunities(count: number): Promise<void> {
    await pool.query(
      `insert into public.opportunities (workspace_id, stage_id, rank, name, customer_id, currency, team_id)
       select $1, $2, 'a0' || n || 'V', 'Nr. ' || n, $3, 'EUR', $4 from generate_series(1, $5::int) n`,
      [world.workspaceId, world.stages.enquiry, world.customerId, world.teams.east, count],
    );
  }
});

describe("the numbers of a topic", () => {
  it("have no gap while eight people write and some take it back", async () => {
    const cards = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(() => create({ p_team_id: world.teams.east })),
    );
    await Promise.all(
      cards.map(async ({ id }, writer) => {
        for (let round = 0; round < 15; round++) {
          await pool.query("update public.opportunities set name = $2 where id = $1", [
            id,
            `${writer}-${round}`,
          ]);
          // Some writers also change their mind: a number given back must not leave a gap.
          if (writer % 2) await writeAndRollBack(id);
        }
      }),
    );
    const { rows } = await pool.query<{ seq: string }>(
      "select seq from public.change_log where topic = $1 order by seq",
      [team()],
    );
    expect(rows.map(({ seq }) => Number(seq))).toEqual(
      Array.from({ length: 8 + 8 * 15 }, (_, i) => i + 1),
    );
  });

  it("become visible in their order: whoever reads a number has all before it", async () => {
    const cards = await Promise.all(
      [1, 2, 3, 4].map(() => create({ p_team_id: world.teams.east })),
    );
    let writing = true;
    const writers = Promise.all(
      cards.map(async ({ id }) => {
        for (let round = 0; round < 20; round++) {
          await pool.query("update public.opportunities set name = 'n' || version where id = $1", [
            id,
          ]);
        }
      }),
    ).finally(() => {
      writing = false;
    });
    const look = `select (select seq from public.topic_clocks where topic = $1) as head,
      count(*) as logged, max(seq) as last from public.change_log where topic = $1`;
    let looks = 0;
    while (writing) {
      const { head, logged, last } = await one(pool, look, [team()]);
      expect([logged, last]).toEqual([head, head]);
      looks++;
    }
    await writers;
    expect(looks).toBeGreaterThan(3);
  });

  it("are those of one topic alone: other people's changes leave no trace in them", async () => {
    await create({ p_team_id: world.teams.east });
    await createOpportunity(pool, world, world.otherRep, { p_team_id: world.teams.south });
    await create({ p_team_id: world.teams.east });
    expect((await eventsOf(team())).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  async function writeAndRollBack(id: string): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("update public.opportunities set name = 'doch nicht' where id = $1", [id]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
});
