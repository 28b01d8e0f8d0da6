import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, call } from "./actors";
import { failure, openDatabase, type Row, value } from "./database";
import { createOpportunity, moveOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(20);
let world: World;

beforeAll(async () => {
  world = await makeWorld(pool);
});

const create = (given = {}) => createOpportunity(pool, world, world.owner, given);

async function column(stageId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from public.opportunities where stage_id = $1 order by rank",
    [stageId],
  );
  return rows.map(({ id }) => id);
}

describe("a move", () => {
  it("goes below one card, above another, or on top", async () => {
    const { enquiry, offer } = (await makeWorldOfItsOwn()).stages;
    const [c, b, a] = [await create(), await create(), await create()];
    await moveOpportunity(pool, world.owner, a.id, enquiry, { afterId: b.id });
    expect(await column(enquiry)).toEqual([b.id, a.id, c.id]);
    await moveOpportunity(pool, world.owner, c.id, enquiry, { beforeId: a.id });
    expect(await column(enquiry)).toEqual([b.id, c.id, a.id]);
    await moveOpportunity(pool, world.owner, a.id, enquiry);
    expect(await column(enquiry)).toEqual([a.id, b.id, c.id]);
    // A neighbour that meanwhile left the column is passed over.
    await moveOpportunity(pool, world.owner, b.id, offer);
    await moveOpportunity(pool, world.owner, a.id, enquiry, { afterId: b.id, beforeId: c.id });
    expect(await column(enquiry)).toEqual([a.id, c.id]);
  });

  it("is one row, one write and one event", async () => {
    const cards = [await create(), await create(), await create()];
    const [, , moved] = cards;
    if (!moved) throw new Error("no card");
    const versions = `select jsonb_object_agg(id, version) from public.opportunities where workspace_id = $1`;
    const before = await value(pool, versions, [world.workspaceId]);
    const events = "select count(*)::int from realtime.messages where topic = $1";
    const sent = Number(await value(pool, events, [moved.topic]));
    const seq = Number(await seqOf(moved.topic));
    await moveOpportunity(pool, world.owner, moved.id, world.stages.offer);
    expect(await value(pool, versions, [world.workspaceId])).toEqual({
      ...Object(before),
      [moved.id]: moved.version + 1,
    });
    expect(await value(pool, events, [moved.topic])).toBe(sent + 1);
    expect(Number(await seqOf(moved.topic))).toBe(seq + 1);
  });

  it("happens once, however often it is asked for", async () => {
    const card = await create();
    const mutationId = randomUUID();
    const again = () =>
      moveOpportunity(pool, world.owner, card.id, world.stages.offer, { mutationId });
    const answers = await Promise.all([again(), again(), again()]);
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([2]));
    // Somebody else put it elsewhere: the late repetition must not move it back.
    await moveOpportunity(pool, world.colleague, card.id, world.stages.enquiry);
    expect(await again()).toMatchObject({ version: 3, stageId: world.stages.enquiry });
  });

  it("gives twenty people who drop between the same two cards twenty different places", async () => {
    const { stages } = await makeWorldOfItsOwn();
    const [low, high] = [await create(), await create()];
    const cards = [];
    for (let i = 0; i < 20; i++) cards.push(await create({ p_stage_id: stages.offer }));
    const moved = await Promise.all(
      cards.map(({ id }) =>
        moveOpportunity(pool, world.owner, id, stages.enquiry, {
          afterId: high.id,
          beforeId: low.id,
        }),
      ),
    );
    expect(new Set(moved.map(({ rank }) => rank)).size).toBe(20);
    const order = await column(stages.enquiry);
    expect([order[0], order.at(-1), order.length]).toEqual([high.id, low.id, 22]);
  });

  it.each([
    ["marketing", "forbidden"],
    ["otherRep", "opportunity_not_found"],
    ["deactivated", "opportunity_not_found"],
  ] as const)("is refused to %s: %s", async (name, message) => {
    const card = await create({ p_team_id: world.teams.east });
    const attempt = moveOpportunity(pool, world[name], card.id, world.stages.offer);
    expect(await failure(attempt)).toMatchObject({ message });
    expect(
      await value(pool, "select version from public.opportunities where id = $1", [card.id]),
    ).toBe("1");
  });

  it("never reaches a stage of another workspace", async () => {
    const card = await create();
    const foreign = (await makeWorld(pool)).stages.offer;
    expect(await failure(moveOpportunity(pool, world.owner, card.id, foreign))).toMatchObject({
      message: "stage_not_found",
    });
  });

  it("records the time of closing and forgets it when the sale is open again", async () => {
    const card = await create();
    const closedAt = "select closed_at is not null from public.opportunities where id = $1";
    await moveOpportunity(pool, world.owner, card.id, world.stages.won);
    expect(await value(pool, closedAt, [card.id])).toBe(true);
    await moveOpportunity(pool, world.owner, card.id, world.stages.offer);
    expect(await value(pool, closedAt, [card.id])).toBe(false);
  });
});

describe("a move of several cards", () => {
  const moveAll = (ids: string[], given: Row = {}, actor: Actor = world.owner) =>
    call(pool, actor, "move_opportunities", {
      p_ids: ids,
      p_stage_id: world.stages.offer,
      p_after_id: null,
      p_before_id: null,
      p_mutation_id: randomUUID(),
      ...given,
    });

  it("puts them one below the other in their order, in one event a topic", async () => {
    const { offer } = (await makeWorldOfItsOwn()).stages;
    const [below, above] = [
      await create({ p_stage_id: offer }),
      await create({ p_stage_id: offer }),
    ];
    const cards = [await create(), await create(), await create()];
    const ids = cards.map(({ id }) => id);
    const topic = above.topic;
    const seq = Number(await seqOf(topic));
    const mutationId = randomUUID();
    const given = { p_stage_id: offer, p_after_id: above.id, p_mutation_id: mutationId };
    expect(await moveAll(ids, given)).toMatchObject(ids.map((id) => ({ id, stageId: offer })));
    expect(await column(offer)).toEqual([above.id, ...ids, below.id]);
    expect(Number(await seqOf(topic))).toBe(seq + 1);
    // Repeated after a lost answer, it changes nothing.
    await moveAll(ids, given);
    expect(Number(await seqOf(topic))).toBe(seq + 1);
  });

  it("moves all or none", async () => {
    await makeWorldOfItsOwn();
    const mine = await create();
    const foreign = await createOpportunity(pool, world, world.otherRep, {
      p_team_id: world.teams.south,
    });
    expect(await failure(moveAll([mine.id, foreign.id]))).toMatchObject({
      message: "opportunity_not_found",
    });
    expect(await failure(moveAll([mine.id], {}, world.marketing))).toMatchObject({
      message: "forbidden",
    });
    expect(await column(world.stages.offer)).toEqual([]);
    expect(await failure(moveAll([]))).toMatchObject({ message: "invalid_input" });
  });

  it("leaves no two in one place while others do the same", async () => {
    await makeWorldOfItsOwn();
    const cards = await Promise.all(Array.from({ length: 12 }, () => create()));
    const ids = cards.map(({ id }) => id);
    const turns = Array.from({ length: 8 }, (_, turn) => {
      const some = ids.filter((_id, index) => (index + turn) % 3 !== 0);
      const stage = turn % 2 === 0 ? world.stages.offer : world.stages.enquiry;
      return moveAll(turn % 4 < 2 ? some : some.toReversed(), { p_stage_id: stage });
    });
    await Promise.all(turns);
    const all = [...(await column(world.stages.offer)), ...(await column(world.stages.enquiry))];
    expect(all.sort()).toEqual([...ids].sort());
  });
});

describe("the history of stages", () => {
  it("knows every stay, who began it, and leaves none open but the last", async () => {
    const card = await create();
    await moveOpportunity(pool, world.colleague, card.id, world.stages.offer);
    await moveOpportunity(pool, world.manager, card.id, world.stages.won);
    // A drop inside a column is no new stay.
    await moveOpportunity(pool, world.manager, card.id, world.stages.won);
    // A writer who knows nothing of our functions is recorded as well.
    await pool.query("update public.opportunities set stage_id = $2 where id = $1", [
      card.id,
      world.stages.lost,
    ]);
    const { rows } = await pool.query(
      `select stage_id, moved_by, left_at is null as open from public.opportunity_stage_history
       where opportunity_id = $1 order by id`,
      [card.id],
    );
    expect(rows).toEqual([
      { stage_id: world.stages.enquiry, moved_by: world.owner.memberId, open: false },
      { stage_id: world.stages.offer, moved_by: world.colleague.memberId, open: false },
      { stage_id: world.stages.won, moved_by: world.manager.memberId, open: false },
      { stage_id: world.stages.lost, moved_by: null, open: true },
    ]);
  });
});

/** Tests that look at a whole column want an empty one. */
async function makeWorldOfItsOwn(): Promise<World> {
  world = await makeWorld(pool);
  return world;
}

function seqOf(topic: string): Promise<unknown> {
  return value(pool, "select seq from public.topic_clocks where topic = $1", [topic]);
}
