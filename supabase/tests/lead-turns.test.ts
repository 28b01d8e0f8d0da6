import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { call } from "./actors";
import { failure, openDatabase, value } from "./database";
import { addLead, readLead } from "./leads";
import { makeWorld, type World } from "./world";

const pool = openDatabase(12);
let world: World;

beforeEach(async () => {
  world = await makeWorld(pool);
});

const goRound = (ids: string[]) =>
  call(pool, world.manager, "assign_leads_round_robin", {
    p_ids: ids,
    p_team_id: world.teams.east,
    p_mutation_id: randomUUID(),
  });
const owners = async (ids: string[]) =>
  Promise.all(ids.map(async (id) => (await readLead(pool, id)).owner_id));

it("gives each in turn, goes on where it stopped, and leaves out who left or does not sell", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.push((await addLead(pool, world, world.manager)).id);
  await goRound(ids.slice(0, 3));
  await goRound(ids.slice(3));
  const [a, b, c, d, e] = await owners(ids);
  expect(new Set([a, b])).toEqual(new Set([world.owner.memberId, world.colleague.memberId]));
  expect([c, d, e]).toEqual([a, b, a]);
});

it("gives as many to each when several hand out at once", async () => {
  const ids = await Promise.all(
    Array.from({ length: 12 }, async () => (await addLead(pool, world, world.manager)).id),
  );
  await Promise.all([ids.slice(0, 4), ids.slice(4, 8), ids.slice(8)].map(goRound));
  const all = await owners(ids);
  expect(all.filter((id) => id === world.owner.memberId)).toHaveLength(6);
  expect(all.filter((id) => id === world.colleague.memberId)).toHaveLength(6);
});

it("hands over what one team sees to the other, and says when nobody is there", async () => {
  const { id } = await addLead(pool, world, world.manager, { p_team_id: world.teams.north });
  await goRound([id]);
  expect(await readLead(pool, id)).toMatchObject({ team_id: world.teams.east });
  const empty = call(pool, world.admin, "assign_leads_round_robin", {
    p_ids: [(await addLead(pool, world, world.admin)).id],
    p_team_id: await value(
      pool,
      "insert into public.teams (workspace_id, name) values ($1, 'Leer') returning id",
      [world.workspaceId],
    ),
    p_mutation_id: randomUUID(),
  });
  expect(await failure(empty)).toMatchObject({ message: "team_empty" });
});
