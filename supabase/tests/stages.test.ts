import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, as, call } from "./actors";
import { failure, openDatabase, value } from "./database";
import { createOpportunity, moveOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(10);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const retire = (actor: Actor, stageId: string, moveTo: string) =>
  call(pool, actor, "retire_stage", { p_stage_id: stageId, p_move_to: moveTo });

async function column(stageId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from public.opportunities where stage_id = $1 order by rank",
    [stageId],
  );
  return rows.map(({ id }) => id);
}

describe("retiring a stage", () => {
  it("moves its cards in order to the end of another, also those that are private to others", async () => {
    const { enquiry, offer } = world.stages;
    const there = await createOpportunity(pool, world, world.owner, { p_stage_id: offer });
    const last = await createOpportunity(pool, world, world.owner, { p_is_private: true });
    const first = await createOpportunity(pool, world, world.owner);
    await retire(world.admin, enquiry, offer);
    expect(await column(offer)).toEqual([there.id, first.id, last.id]);
    const open = await call(pool, world.owner, "open_board", { p_workspace_id: world.workspaceId });
    expect(JSON.stringify(Object(open).stages)).not.toContain(enquiry);
  });

  it("takes no number twice when cards are dropped and made there meanwhile", async () => {
    const { enquiry, offer } = world.stages;
    const cards = [];
    for (let i = 0; i < 12; i++) cards.push(await createOpportunity(pool, world, world.owner));
    const answers = await Promise.all([
      retire(world.admin, enquiry, offer),
      ...cards.map(({ id }, index) =>
        failure(moveOpportunity(pool, world.owner, id, index % 2 ? offer : enquiry)),
      ),
      ...[1, 2, 3, 4].map((n) =>
        failure(
          createOpportunity(pool, world, world.owner, {
            p_customer_id: null,
            p_customer_name: `Neu ${n}`,
          }),
        ),
      ),
    ]);
    // Refused or done, but nobody waited in a ring and no card stayed on a stage nobody sees.
    for (const answer of answers.slice(1)) {
      expect(["", "stage_not_found"]).toContain(Object(answer).message);
    }
    expect(await column(enquiry)).toEqual([]);
  });

  it.each(["owner", "manager", "marketing"] as const)("is refused to %s", async (name) => {
    const attempt = retire(world[name], world.stages.enquiry, world.stages.offer);
    expect(await failure(attempt)).toMatchObject({ message: "stage_not_found" });
  });

  it("keeps the last open stage, also when two are retired at once", async () => {
    const { enquiry, offer, won } = world.stages;
    const answers = await Promise.all([
      failure(retire(world.admin, enquiry, won)),
      failure(retire(world.admin, offer, won)),
    ]);
    expect(answers.map(({ message }) => message).sort()).toEqual(["", "last_open_stage"]);
  });

  it("moves nothing to a stage of another workspace or to one that is retired", async () => {
    const { enquiry, offer, won } = world.stages;
    const foreign = (await makeWorld(pool)).stages.offer;
    expect(await failure(retire(world.admin, enquiry, foreign))).toMatchObject({
      message: "stage_not_found",
    });
    await retire(world.admin, offer, won);
    expect(await failure(retire(world.admin, enquiry, offer))).toMatchObject({
      message: "stage_not_found",
    });
  });
});

describe("a stage in use", () => {
  const setKind = (kind: string, probability: number) =>
    as(pool, world.admin, (database) =>
      database.query("update public.stages set kind = $2, probability = $3 where id = $1", [
        world.stages.enquiry,
        kind,
        probability,
      ]),
    );

  it("keeps its kind", async () => {
    await createOpportunity(pool, world, world.owner, { p_is_private: true });
    expect(await failure(setKind("won", 100))).toMatchObject({ message: "stage_in_use" });
  });

  it("may change it while it is empty", async () => {
    expect(await failure(setKind("won", 100))).toMatchObject({ code: "" });
  });
});

describe("the order of the stages", () => {
  const reorder = (actor: Actor, ids: string[]) =>
    as(pool, actor, (database) =>
      database.query("select public.reorder_stages($1, $2)", [world.workspaceId, ids]),
    );
  const order = () =>
    value(
      pool,
      "select array_agg(id order by position)::text[] from public.stages where workspace_id = $1",
      [world.workspaceId],
    );

  it("is what an admin says", async () => {
    const { enquiry, offer, won, lost } = world.stages;
    await reorder(world.admin, [lost, won, offer, enquiry]);
    expect(await order()).toEqual([lost, won, offer, enquiry]);
  });

  it("is one of the two when two admins reorder at once", async () => {
    const ids = Object.values(world.stages);
    const reversed = [...ids].reverse();
    await Promise.all(
      [1, 2, 3, 4].flatMap(() => [reorder(world.admin, ids), reorder(world.admin, reversed)]),
    );
    expect([ids, reversed]).toContainEqual(await order());
  });

  it("is refused to everyone else, loudly", async () => {
    const attempt = reorder(world.manager, Object.values(world.stages).reverse());
    expect(await failure(attempt)).toMatchObject({ message: "forbidden" });
  });
});
