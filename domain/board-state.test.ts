import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardPage, CatchUpAnswer } from "./board-answers";
import { loadedIds } from "./board-column";
import { figuresFrom } from "./board-figures";
import { forgetUnseen } from "./board-memory";
import { needOf, receiveEvents } from "./board-receive";
import { applyCatchUp, applyPage, type BoardState, openBoard } from "./board-state";
import { byStage, type Cut, type TestDatabase } from "./board-test-database";
import { anySteps, databaseAfter, firstCommit, orderlySteps } from "./board-test-history";

const pageSize = 3;
const runs = Number(process.env.BOARD_RUNS ?? 300);

/** Boards of every kind: all cards, a selection of them, and other columns. */
const cuts: readonly Cut[] = [
  byStage,
  {
    ...byStage,
    query: { group: "stage", condition: { amountFrom: "10", ownerIds: ["m1", "none"] } },
    columnOf: ({ amount, ownerId, stageId }) =>
      Number(amount ?? "0") >= 10 && ownerId !== "m2" ? stageId : null,
  },
  {
    query: { group: "owner", condition: { closeTo: "2026-03-15" } },
    columnOf: ({ ownerId, expectedCloseOn }) =>
      expectedCloseOn !== null && expectedCloseOn < "2026-03-16" ? (ownerId ?? "none") : null,
    placeOf: ({ expectedCloseOn, id }) => `${expectedCloseOn} ${id}`,
  },
  {
    query: { group: "month", condition: {}, today: "2026-02-10" },
    columnOf: ({ expectedCloseOn }) => {
      if (expectedCloseOn === null) return "none";
      return expectedCloseOn < "2026-02-01" ? "past" : expectedCloseOn.slice(0, 7);
    },
    placeOf: ({ expectedCloseOn, id }) => `${expectedCloseOn ?? "~"} ${id}`,
  },
];
const anyCut = fc.constantFrom(...cuts);

type Page = { column: string; after: string; pageSize: number; answer: BoardPage };

/** A client whose network reorders, repeats and loses: numbers say what happens next. */
function createClient(database: TestDatabase, openedAt: number, { query }: Cut) {
  const last = database.snapshots.length - 1;
  let state = openBoard(database.open(openedAt, pageSize), pageSize, query);
  // A question asked now is answered from what is committed now, or later.
  let horizon = openedAt;
  const pages: Page[] = [];
  const catchUps: CatchUpAnswer[] = [];
  const laterCommit = (number: number) => horizon + (number % (last - horizon + 1));

  return {
    state: () => state,
    deliver(index: number) {
      const sent = database.sent[index];
      if (!sent) return;
      horizon = Math.max(horizon, sent.commit);
      state = receiveEvents(state, [sent]).state;
    },
    askPage(index: number, number: number) {
      const keys = Object.keys(state.columns);
      const column = keys[index % keys.length] ?? "";
      const after = state.columns[column]?.loadedTo;
      if (after == null) return;
      const answer = database.page(laterCommit(number), column, after, pageSize);
      pages.push({ column, after, pageSize, answer });
    },
    answerPage(index: number) {
      const [page] = pages.splice(index % Math.max(pages.length, 1), 1);
      if (page) state = applyPage(state, page, page.answer).state;
    },
    askCatchUp(number: number) {
      catchUps.push(database.catchUp(laterCommit(number), state.heads));
    },
    answerCatchUp(index: number) {
      const [answer] = catchUps.splice(index % Math.max(catchUps.length, 1), 1);
      if (answer?.status === "caught_up") state = applyCatchUp(state, answer).state;
    },
    forget() {
      state = forgetUnseen(state);
    },
    /** The catch-up of a board that came back; true when it had to be opened anew. */
    catchUpToTheEnd(): boolean {
      const answer = database.catchUp(last, state.heads);
      if (answer.status === "stale") {
        state = openBoard(database.open(last, pageSize), pageSize, query);
        return true;
      }
      const caught = applyCatchUp(state, answer);
      expect(caught.misfit).toBeNull();
      state = caught.state;
      return false;
    },
  };
}

function expectSound(state: BoardState, database: TestDatabase) {
  expect(state.figures).toEqual(figuresFrom(database.figuresAt(state.heads)));
  const placed = Object.entries(state.columns).flatMap(([key, { ids }]) => {
    const cards = ids.map((id) => state.cards.get(id));
    const known = cards.flatMap((card) => card ?? []);
    expect(known.length).toBe(ids.length);
    expect(known.every((card) => database.cut.columnOf(card) === key)).toBe(true);
    const places = known.map(database.cut.placeOf);
    expect(places).toEqual([...places].sort());
    return ids;
  });
  const shown = [...state.cards.values()].filter((card) => database.cut.columnOf(card) !== null);
  expect(placed.sort()).toEqual(shown.map(({ id }) => id).sort());
}

function expectUpToDate(state: BoardState, database: TestDatabase) {
  const last = database.snapshots.length - 1;
  const { figures, heads, stages } = database.frame(last);
  expect(state.heads).toEqual(heads);
  expect(needOf(state)).toBe("nothing");
  expect(state.waiting).toEqual({});
  expect(state.stages).toEqual(stages);
  expect(state.figures).toEqual(figuresFrom(figures));
  const { placeOf } = database.cut;
  const placeOfHeld = (id: string) => {
    const card = state.cards.get(id);
    return card && placeOf(card);
  };
  for (const key of new Set([...database.columnKeys(last), ...Object.keys(state.columns)])) {
    const column = state.columns[key];
    const { loadedTo = null } = column ?? {};
    const shown = column ? loadedIds(column, placeOfHeld) : [];
    const inDatabase = database
      .columnOf(last, key)
      .filter((card) => loadedTo === null || placeOf(card) <= loadedTo);
    expect(shown.map((id) => state.cards.get(id))).toEqual(inDatabase);
  }
}

const action = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("deliver" as const), at: fc.nat(10_000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("next" as const), at: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("askPage" as const), at: fc.nat(1000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("answerPage" as const), at: fc.nat(1000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("askCatchUp" as const), at: fc.nat(1000) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("answerCatchUp" as const), at: fc.nat(1000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("forget" as const), at: fc.nat(1) }) },
);

let reopened = 0;
let total = 0;

describe("a board", { timeout: 120_000 }, () => {
  test("is right after a catch-up, whatever was lost, repeated, late or out of order", () => {
    fc.assert(
      fc.property(
        anySteps,
        anyCut,
        fc.nat(1000),
        fc.array(action, { maxLength: 80 }),
        (steps, cut, openedAt, actions) => {
          const database = databaseAfter(steps, cut);
          const commits = database.snapshots.length - firstCommit;
          const client = createClient(database, firstCommit + (openedAt % commits), cut);
          const first = database.sent.findIndex(({ commit }) => commit >= firstCommit);
          let cursor = Math.max(first, 0);
          for (const { do: what, at } of actions) {
            if (what === "deliver") client.deliver(at % Math.max(database.sent.length, 1));
            if (what === "next") {
              cursor += at;
              client.deliver(cursor);
            }
            if (what === "askPage") client.askPage(at, at >> 2);
            if (what === "answerPage") client.answerPage(at);
            if (what === "askCatchUp") client.askCatchUp(at);
            if (what === "answerCatchUp") client.answerCatchUp(at);
            if (what === "forget") client.forget();
            expectSound(client.state(), database);
          }
          total += 1;
          if (client.catchUpToTheEnd()) reopened += 1;
          expectSound(client.state(), database);
          expectUpToDate(client.state(), database);
        },
      ),
      { numRuns: runs },
    );
    // A catch-up that always gave up would prove nothing.
    expect(reopened).toBeLessThan(total / 2);
  });

  test("is right without any catch-up once every event came, in whatever order", () => {
    fc.assert(
      fc.property(
        orderlySteps,
        anyCut,
        fc.nat(1000),
        fc.infiniteStream(fc.nat(10_000)),
        (steps, cut, openedAt, numbers) => {
          const database = databaseAfter(steps, cut);
          const commits = database.snapshots.length - firstCommit;
          const client = createClient(database, firstCommit + (openedAt % commits), cut);
          const next = () => numbers.next().value ?? 0;
          const undelivered = database.sent.map((_, index) => index);
          while (undelivered.length > 0) {
            const what = next() % 9;
            if (what === 8) client.forget();
            if (what === 0) client.askPage(next(), next());
            if (what === 1) client.answerPage(next());
            if (what === 2) client.deliver(next() % database.sent.length);
            if (what > 2 && what < 8) {
              const [index = 0] = undelivered.splice(next() % undelivered.length, 1);
              client.deliver(index);
            }
            expectSound(client.state(), database);
          }
          for (let i = 0; i < 3; i++) client.answerPage(next());
          expectUpToDate(client.state(), database);
        },
      ),
      { numRuns: runs },
    );
  });

  test("applies a batch of events as it applies them one by one", () => {
    fc.assert(
      fc.property(anySteps, fc.array(fc.nat(10_000), { maxLength: 60 }), (steps, order) => {
        const database = databaseAfter(steps);
        const opened = openBoard(database.open(0, pageSize), pageSize);
        const arrivals = order.flatMap((at) => database.sent[at % database.sent.length] ?? []);
        const oneByOne = arrivals.reduce((state, one) => receiveEvents(state, [one]).state, opened);
        const batch = receiveEvents(opened, arrivals).state;
        expect(batch.heads).toEqual(oneByOne.heads);
        expect(batch.figures).toEqual(oneByOne.figures);
      }),
      { numRuns: runs },
    );
  });
});
