import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type BoardAnswer, parseBoardAnswer, parseBoardPage } from "@/domain/board-answers";
import type { Card } from "@/domain/board-card";
import { figuresFrom, reweigh } from "@/domain/board-figures";
import { columnKeyOf, placeIn } from "@/domain/board-grouping";
import { type BoardQuery, groupings, none, stepSignals, wholeBoard } from "@/domain/board-query";
import { containsText, fold } from "@/domain/search-text";
import { type Actor, call } from "./actors";
import { openDatabase, type Row, value } from "./database";
import { createOpportunity } from "./opportunities";
import { makeWorld, type World } from "./world";

// An open board decides by itself what an event means for it, in TypeScript; the database decided
// what it opened with, in SQL. Both must be of one mind about every query.
const pool = openDatabase(4);
const today = "2026-11-25";
let world: World;
let universe: BoardAnswer;

const names = ["Müller & Söhne", "Mueller KG", "Straße 7", "ÇELİK", "Ærø", "ὈΔΥΣΣΕΎΣ", "100 % Öl"];
const days = [
  null,
  "2026-10-31",
  "2026-11-24",
  today,
  "2026-11-30",
  "2027-01-01",
  "2027-04-30",
  "2027-05-01",
];

beforeAll(async () => {
  world = await makeWorld(pool);
  const { teams, stages, owner, colleague, admin } = world;
  const customers: unknown[] = [];
  for (const name of names) {
    customers.push(
      await value(
        pool,
        "insert into public.parties (workspace_id, kind, name) values ($1, 'organization', $2) returning id",
        [world.workspaceId, name],
      ),
    );
  }
  const at = <T>(all: readonly T[], index: number) => all[index % all.length];
  for (let i = 0; i < 60; i++) {
    const card = await createOpportunity(pool, world, admin, {
      p_name: `${at(names, i * 3)} ${i}`,
      p_customer_id: at(customers, i * 5),
      p_stage_id: at([stages.enquiry, stages.offer, stages.won, stages.lost], i),
      p_team_id: at([null, teams.east, teams.south, teams.north], i * 7),
      p_amount: at([null, "0", "10.5", "1000", "99999999.9999"], i * 3),
      p_currency: at(["EUR", "CHF"], i >> 2),
      p_source: at([null, "TRADE_SHOW", "WEB_SITE"], i),
      p_expected_close_on: at(days, i * 3),
    });
    await pool.query(
      `update public.opportunities set owner_id = $2, probability = $3, next_step = $4, next_step_on = $5 where id = $1`,
      [
        card.id,
        at([null, owner.memberId, colleague.memberId], i >> 1),
        at([null, 0, 33, 100], i),
        at([null, "Anrufen"], i >> 2),
        at([null, null, "2026-11-24", today, "2026-12-24"], i),
      ],
    );
  }
  universe = await open(world.admin, wholeBoard, 200);
});

async function open(actor: Actor, query: BoardQuery, pageSize: number): Promise<BoardAnswer> {
  const answer = parseBoardAnswer(
    await call(pool, actor, "open_board", {
      p_workspace_id: world.workspaceId,
      p_page_size: pageSize,
      p_query: JSON.stringify(query),
    }),
  );
  if (!answer) throw new Error("no board");
  return answer;
}

/** Of any actor's board: what TypeScript makes of all the cards they may see. */
function cut(board: BoardAnswer, query: BoardQuery) {
  const view = { query, stages: board.stages };
  const columns: Record<string, Card[]> = {};
  let figures = figuresFrom([]);
  for (const card of Object.values(board.columns).flat()) {
    const key = columnKeyOf(card, view);
    if (key === null) continue;
    columns[key] = [...(columns[key] ?? []), card];
    figures = reweigh(figures, null, card, view);
  }
  const { group } = query;
  for (const cards of Object.values(columns)) {
    cards.sort((a, b) => (placeIn(group, a) < placeIn(group, b) ? -1 : 1));
  }
  return { columns, figures };
}

function some<T>(values: readonly T[]) {
  return fc.subarray([...values], { minLength: 1 });
}

function anyQuery(): fc.Arbitrary<BoardQuery> {
  const { owner, colleague, otherRep, teams } = world;
  const amount = fc.constantFrom("0", "10.5", "10.5001", "1000", "100000000");
  const day = fc.constantFrom("2026-11-01", "2026-11-24", today, "2026-11-30", "2027-05-01");
  const conditions = {
    text: fc.constantFrom(
      ...["müller", "MUELLER", "muller", "strasse", "ss", "celik", "æ"],
      ...["%", "_", "οδυσσευς", "ö", "oe", "2"],
    ),
    ownerIds: some([owner.memberId, colleague.memberId, otherRep.memberId, none]),
    teamIds: some([teams.east, teams.south, none]),
    sources: some(["TRADE_SHOW", "WEB_SITE", "EMAIL", none] as const),
    signals: some(stepSignals),
    amountFrom: amount,
    amountTo: amount,
    closeFrom: day,
    closeTo: day,
    noClose: fc.constant(true as const),
  };
  // With more than two conditions hardly anything would be left.
  const condition = fc
    .tuple(fc.record(conditions), fc.subarray(Object.keys(conditions), { maxLength: 2 }))
    .map(([all, keys]) =>
      Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key))),
    );
  return fc.record({ group: fc.constantFrom(...groupings), today: fc.constant(today), condition });
}

describe("a query", { timeout: 120_000 }, () => {
  it("shows the same in the database as on an open board: cards, places and sums", async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(anyQuery(), async (query) => {
        const board = await open(world.admin, query, 200);
        const expected = cut(universe, query);
        const filled = Object.entries(board.columns).filter(([, cards]) => cards.length > 0);
        expect(Object.fromEntries(filled)).toEqual(expected.columns);
        expect(figuresFrom(board.figures)).toEqual(expected.figures);
        shown += filled.length;
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(100);
  });

  it("is paged without a gap or a repetition, in columns of every kind", async () => {
    for (const group of groupings) {
      const query: BoardQuery = { group, today, condition: { text: "e" } };
      const { columns } = cut(universe, query);
      for (const [key, expected] of Object.entries(columns)) {
        const seen: Card[] = [];
        for (let after = ""; after !== "end"; ) {
          const page = parseBoardPage(
            await call(pool, world.admin, "board_page", {
              p_workspace_id: world.workspaceId,
              p_column: key,
              p_after: after,
              p_page_size: 3,
              p_query: JSON.stringify(query),
            }),
          );
          seen.push(...(page?.cards ?? []));
          const last = page?.cards.at(-1);
          after = last ? placeIn(group, last) : "end";
        }
        expect(seen).toEqual(expected);
      }
    }
  });

  it("never shows what its asker may not see", async () => {
    for (const group of groupings) {
      const board = await open(
        world.otherRep,
        { group, today, condition: { amountFrom: "0" } },
        200,
      );
      const own = await open(world.otherRep, wholeBoard, 200);
      const expected = cut(own, { group, today, condition: { amountFrom: "0" } });
      expect(figuresFrom(board.figures)).toEqual(expected.figures);
      const seen = Object.values(board.columns).flat();
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.some(({ topic }) => topic === `team:${world.teams.east}`)).toBe(false);
    }
  });

  it("takes what is sought as text, not as a pattern or as SQL", async () => {
    for (const text of ["'; drop table public.parties; --", "%s %1$I", "\\", "$sql$", "%"]) {
      const query: BoardQuery = { group: "stage", condition: { text } };
      const { columns } = cut(universe, query);
      const board = await open(world.admin, query, 200);
      expect(Object.values(board.columns).flat()).toHaveLength(
        Object.values(columns).flat().length,
      );
    }
  });

  it("by text must be opened anew when a customer was renamed meanwhile", async () => {
    const query: BoardQuery = { group: "stage", condition: { text: "Umbenannt" } };
    const { heads } = await open(world.admin, query, 30);
    await pool.query("update public.parties set name = 'Umbenannt AG' where id = $1", [
      world.customerId,
    ]);
    const catchUp = (given: Row) =>
      call(pool, world.admin, "catch_up", {
        p_workspace_id: world.workspaceId,
        p_cursors: JSON.stringify(heads),
        ...given,
      });
    expect(await catchUp({ p_query: JSON.stringify(query) })).toEqual({ status: "stale" });
    expect(await catchUp({})).toMatchObject({ status: "caught_up" });
  });
});

describe("search", () => {
  it("folds text as the application does", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.constantFrom(...names)),
        async (text) => {
          fc.pre(!text.includes("\0"));
          expect(await value(pool, "select private.fold($1)", [text])).toBe(fold(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("finds a name in each of its spellings", () => {
    for (const sought of ["Müller", "Mueller", "Muller", "MÜLLER", "üll", "MUEL"]) {
      expect(containsText("Müller & Söhne", sought)).toBe(true);
      expect(containsText("Mueller KG", sought)).toBe(true);
    }
    expect(containsText("Straße", "STRASSE")).toBe(true);
    expect(containsText("Maler", "Müller")).toBe(false);
  });
});
