import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { call, tryAs } from "./actors";
import { failure, openDatabase, value } from "./database";
import { createOpportunity, moveOpportunity, updateOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

// What a member can ask the API for directly, past the application and its checks.
const pool = openDatabase(12);
let world: World;

beforeAll(async () => {
  world = await makeWorld(pool);
});

/** Refused as data that makes no sense; anything else would be a hole in how SQL is put together. */
const isRefusal = (code: string) => /^(22...|P0001)$/.test(code);

describe("a board that is asked for with nonsense", () => {
  const nasty = fc.constantFrom<unknown>(
    "'",
    "%L",
    "%1$s",
    "\\",
    "''); drop table public.opportunities; --",
    "{a,b}",
    "none",
    "infinity",
    "NaN",
    "-infinity",
    "2026-13-01",
    "0000-00",
    "~",
    "",
    "x".repeat(10_000),
    null,
    true,
    1e300,
    -1,
    [],
    {},
    [["none"]],
    [null],
  );
  const wanted = fc.record(
    {
      group: fc.oneof(fc.constantFrom("stage", "owner", "month", "cinema"), nasty),
      today: fc.oneof(fc.constant("2026-11-25"), nasty),
      condition: fc.oneof(
        fc.dictionary(
          fc.constantFrom(
            "text",
            "ownerIds",
            "teamIds",
            "sources",
            "signals",
            "amountFrom",
            "amountTo",
            "closeFrom",
            "closeTo",
            "noClose",
          ),
          fc.oneof(nasty, fc.array(nasty, { maxLength: 3 })),
        ),
        nasty,
      ),
    },
    { requiredKeys: [] },
  );

  it("answers or refuses, and makes no other SQL of it", async () => {
    const place = fc.oneof(fc.constantFrom("a0", `~ ${randomUUID()}`, "2026-01-01"), nasty);
    const asked = fc.record({ query: fc.oneof(wanted, nasty), column: nasty, after: place });
    await fc.assert(
      fc.asyncProperty(asked, async ({ query, column, after }) => {
        const given = { p_workspace_id: world.workspaceId, p_query: JSON.stringify(query) };
        const page = { p_column: String(column), p_after: String(after), ...given };
        for (const [name, args] of [
          ["open_board", given],
          ["board_page", page],
        ] as const) {
          const { code, message } = await failure(call(pool, world.owner, name, args));
          if (code !== "" && !isRefusal(code)) throw new Error(`${code} ${message}`);
        }
      }),
      { numRuns: 120 },
    );
  });

  it("catches up from no number that is none", async () => {
    const topic = `workspace:${world.workspaceId}`;
    for (const cursors of [
      null,
      [],
      [topic],
      "x",
      { [topic]: "NaN" },
      { [topic]: 1e300 },
      { [topic]: -5 },
      { [topic]: null },
      { [topic]: {} },
      { "team:x": 0 },
    ]) {
      const args = { p_workspace_id: world.workspaceId, p_cursors: JSON.stringify(cursors) };
      const { code, message } = await failure(call(pool, world.owner, "catch_up", args));
      expect(code === "" || isRefusal(code), `${JSON.stringify(cursors)}: ${code} ${message}`).toBe(
        true,
      );
    }
  });
});

describe("a mutation id of somebody else", () => {
  it("is one like any other: it neither hides their write nor is taken for it", async () => {
    const mutationId = randomUUID();
    const card = await createOpportunity(pool, world, world.owner);
    await moveOpportunity(pool, world.owner, card.id, world.stages.offer, { mutationId });
    const stolen = await moveOpportunity(pool, world.colleague, card.id, world.stages.enquiry, {
      mutationId,
    });
    expect(stolen).toMatchObject({ version: 3, stageId: world.stages.enquiry });
    expect(
      await updateOpportunity(pool, world.manager, card.id, 3, { name: "Auch" }, mutationId),
    ).toMatchObject({ status: "saved", card: { version: 4, name: "Auch" } });
  });
});

describe("moves of the same cards between two columns", () => {
  it("make nobody a victim of the others, whatever else happens to the cards", async () => {
    const { enquiry, offer } = world.stages;
    const cards = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        createOpportunity(pool, world, world.owner, n % 2 ? { p_team_id: world.teams.east } : {}),
      ),
    );
    const ids = cards.map(({ id }) => id);
    const failures: string[] = [];
    const lane = async (turn: (n: number) => Promise<unknown>) => {
      for (let n = 0; n < 15; n++) {
        const { code, message } = await failure(turn(n));
        if (code !== "") failures.push(`${code} ${message}`);
      }
    };
    const moveAll = (some: readonly string[], stageId: string) =>
      call(pool, world.owner, "move_opportunities", {
        p_ids: some,
        p_stage_id: stageId,
        p_after_id: null,
        p_before_id: some.at(-1) ?? null,
        p_mutation_id: randomUUID(),
      });
    const one = (n: number) => ids[n % ids.length] ?? "";
    await Promise.all([
      lane((n) => moveAll(ids, n % 2 ? enquiry : offer)),
      lane((n) => moveAll(ids.toReversed(), n % 2 ? offer : enquiry)),
      lane((n) => moveAll([one(n), one(n + 3), one(n + 1)], n % 3 ? enquiry : offer)),
      lane((n) => moveOpportunity(pool, world.colleague, one(n * 7), n % 2 ? offer : enquiry)),
      lane((n) =>
        moveOpportunity(pool, world.manager, one(n * 3), n % 2 ? enquiry : offer, {
          afterId: one(n + 5),
          beforeId: one(n + 6),
        }),
      ),
      lane((n) =>
        updateOpportunity(pool, world.owner, one(n), 1_000_000, {
          team_id: n % 2 ? world.teams.east : null,
          amount: n,
        }),
      ),
    ]);
    expect(failures).toEqual([]);
    const ranks = `select count(distinct (stage_id, rank))::int from public.opportunities where id = any ($1)`;
    expect(await value(pool, ranks, [ids])).toBe(10);
  }, 60_000);

  it("take a card named twice once, and no list that is none", async () => {
    const { id } = await createOpportunity(pool, world, world.owner);
    const move = (ids: string) =>
      failure(
        tryAs(pool, world.owner, (database) =>
          database.query(
            "select public.move_opportunities($1::uuid[], $2, null, null, gen_random_uuid())",
            [ids, world.stages.offer],
          ),
        ),
      ).then(({ message }) => message);
    expect(await move(`{${id},${id}}`)).toBe("");
    expect(await move(`{{${id}},{${id}}}`)).toBe("");
    expect(await move(`{${id},${randomUUID()}}`)).toBe("opportunity_not_found");
    expect(await move(`{${Array(201).fill(id).join()}}`)).toBe("invalid_input");
    expect(await move("{}")).toBe("invalid_input");
  });
});
