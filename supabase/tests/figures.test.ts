import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { as, call } from "./actors";
import { openDatabase, type Row } from "./database";
import { createOpportunity, moveOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

const pool = openDatabase(4);

/** What the figures must say, counted anew over all rows. */
const COUNTED = `
  select topic, stage_id, currency, count(*)::int as count, coalesce(sum(amount), 0)::float as amount,
    coalesce(sum(amount) filter (where probability is not null), 0)::float as own,
    coalesce(sum(amount * probability), 0)::float as times
  from public.opportunities where workspace_id = $1
  group by topic, stage_id, currency order by topic, stage_id, currency`;
const KEPT = `
  select topic, stage_id, currency, count::int, amount::float,
    amount_with_own_probability::float as own, amount_times_own_probability::float as times
  from public.stage_figures where workspace_id = $1 and count > 0
  order by topic, stage_id, currency`;

async function expectTrueFigures(world: World): Promise<void> {
  const { rows: counted } = await pool.query(COUNTED, [world.workspaceId]);
  const { rows: kept } = await pool.query(KEPT, [world.workspaceId]);
  expect(kept).toEqual(counted);
  const leftovers = await pool.query(
    "select 1 from public.stage_figures where workspace_id = $1 and count = 0 and amount <> 0",
    [world.workspaceId],
  );
  expect(leftovers.rowCount).toBe(0);
}

const amount = fc.option(
  fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
);
const pick = fc.nat({ max: 50 });
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("create" as const), amount }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("move" as const), pick, to: fc.nat({ max: 3 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      pick,
      patch: fc.record(
        {
          amount,
          currency: fc.constantFrom("EUR", "CHF"),
          probability: fc.option(fc.nat({ max: 100 })),
          is_private: fc.boolean(),
          team_id: fc.constantFrom("east", "south", null),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("stage" as const), probability: fc.nat({ max: 99 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("bulk" as const), amount }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function perform(world: World, cards: string[], step: Operation): Promise<void> {
  const { enquiry, offer, won, lost } = world.stages;
  if (step.kind === "create") {
    cards.push((await createOpportunity(pool, world, world.admin, { p_amount: step.amount })).id);
    return;
  }
  if (step.kind === "stage") {
    await pool.query("update public.stages set probability = $2 where id = $1", [
      offer,
      step.probability,
    ]);
    return;
  }
  if (step.kind === "bulk") {
    await pool.query("update public.opportunities set amount = $2 where workspace_id = $1", [
      world.workspaceId,
      step.amount,
    ]);
    return;
  }
  const id = cards[step.pick % Math.max(cards.length, 1)];
  if (!id) return;
  if (step.kind === "move") {
    const to = [enquiry, offer, won, lost][step.to];
    await moveOpportunity(pool, world.admin, id, to ?? enquiry);
    return;
  }
  if (step.kind === "remove") {
    cards.splice(cards.indexOf(id), 1);
    await call(pool, world.admin, "delete_opportunity", { p_id: id, p_mutation_id: randomUUID() });
    return;
  }
  const { team_id: team, ...patch } = step.patch;
  const fields: Row = { ...patch };
  if (team !== undefined) fields.team_id = team && world.teams[team];
  await call(pool, world.admin, "update_opportunity", {
    p_id: id,
    p_version: 1_000_000,
    p_patch: fields,
    p_mutation_id: randomUUID(),
  });
}

it("are the sums over the rows, whatever happens to them", { timeout: 90_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 30 }), async (steps) => {
      const world = await makeWorld(pool);
      const cards: string[] = [];
      for (const step of steps) await perform(world, cards, step);
      await expectTrueFigures(world);
      await call(pool, world.admin, "retire_stage", {
        p_stage_id: world.stages.enquiry,
        p_move_to: world.stages.offer,
      });
      await expectTrueFigures(world);
    }),
    { numRuns: 12 },
  );
});

it("stay right while several people write at once", async () => {
  const world = await makeWorld(pool);
  const cards = await Promise.all(
    [1, 2, 3, 4].map(() => createOpportunity(pool, world, world.admin, { p_amount: 10 })),
  );
  await Promise.all(
    cards.map(async ({ id }, writer) => {
      for (let round = 1; round <= 10; round++) {
        const stage = (writer + round) % 2 ? world.stages.offer : world.stages.enquiry;
        await moveOpportunity(pool, world.admin, id, stage);
        await pool.query("update public.opportunities set amount = $2 where id = $1", [
          id,
          round * 3,
        ]);
      }
    }),
  );
  await expectTrueFigures(world);
});

it("weigh by the opportunity's own probability, else by the stage's, as the board shows it", async () => {
  const world = await makeWorld(pool);
  const own = await createOpportunity(pool, world, world.owner, { p_amount: 1000 });
  await createOpportunity(pool, world, world.owner, { p_amount: 200 });
  await pool.query("update public.opportunities set probability = 50 where id = $1", [own.id]);
  await pool.query("update public.stages set probability = 10 where id = $1", [
    world.stages.enquiry,
  ]);
  const board = await as(pool, world.colleague, (database) =>
    database.query("select public.open_board($1) -> 'figures' as figures", [world.workspaceId]),
  );
  expect(board.rows).toEqual([
    {
      figures: [
        {
          column: world.stages.enquiry,
          currency: "EUR",
          count: 2,
          amount: "1200",
          weighted: "520",
        },
      ],
    },
  ]);
});
