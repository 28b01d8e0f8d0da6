import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardPage, CatchUpAnswer } from "./board-answers";
import { comparePlace, loadedIds } from "./board-column";
import { figuresFrom } from "./board-figures";
import { needOf, receiveEvents } from "./board-receive";
import { applyCatchUp, applyPage, type BoardState, openBoard } from "./board-state";
import type { TestDatabase } from "./board-test-database";
import { anySteps, databaseAfter, firstCommit, orderlySteps } from "./board-test-history";

const pageSize = 3;
const runs = Number(process.env.BOARD_RUNS ?? 300);

type Page = { stageId: string; afterRank: string; pageSize: number; answer: BoardPage };

/** A client whose network reorders, repeats and loses: numbers say what happens next. */
function createClient(database: TestDatabase, openedAt: number) {
  const last = database.snapshots.length - 1;
  let state = openBoard(database.open(openedAt, pageSize), pageSize);
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
    askPage(stage: number, number: number) {
      const stageId = state.stages[stage % state.stages.length]?.id ?? "";
      const afterRank = state.columns[stageId]?.loadedTo;
      if (afterRank == null) return;
      const answer = database.page(laterCommit(number), stageId, afterRank, pageSize);
      pages.push({ stageId, afterRank, pageSize, answer });
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
    /** The catch-up of a board that came back; true when it had to be opened anew. */
    catchUpToTheEnd(): boolean {
      const answer = database.catchUp(last, state.heads);
      if (answer.status === "stale") {
        state = openBoard(database.open(last, pageSize), pageSize);
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
  const placed = Object.entries(state.columns).flatMap(([stageId, { ids }]) => {
    const cards = ids.map((id) => state.cards.get(id));
    expect(cards.every((card) => card?.stageId === stageId)).toBe(true);
    const known = cards.flatMap((card) => card ?? []);
    expect(known).toEqual([...known].sort(comparePlace));
    return ids;
  });
  expect(placed.sort()).toEqual([...state.cards.keys()].sort());
}

function expectUpToDate(state: BoardState, database: TestDatabase) {
  const last = database.snapshots.length - 1;
  const { figures, heads, stages } = database.frame(last);
  expect(state.heads).toEqual(heads);
  expect(needOf(state)).toBe("nothing");
  expect(state.waiting).toEqual({});
  expect(state.stages).toEqual(stages);
  expect(state.figures).toEqual(figuresFrom(figures));
  for (const { id: stageId } of stages) {
    const column = state.columns[stageId];
    const { loadedTo = null } = column ?? {};
    const shown = column ? loadedIds(column, (id) => state.cards.get(id)) : [];
    const inDatabase = database
      .columnOf(last, stageId)
      .filter((card) => loadedTo === null || card.rank <= loadedTo);
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
);

let reopened = 0;
let total = 0;

describe("a board", { timeout: 120_000 }, () => {
  test("is right after a catch-up, whatever was lost, repeated, late or out of order", () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.nat(1000),
        fc.array(action, { maxLength: 80 }),
        (steps, openedAt, actions) => {
          const database = databaseAfter(steps);
          const commits = database.snapshots.length - firstCommit;
          const client = createClient(database, firstCommit + (openedAt % commits));
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
        fc.nat(1000),
        fc.infiniteStream(fc.nat(10_000)),
        (steps, openedAt, numbers) => {
          const database = databaseAfter(steps);
          const commits = database.snapshots.length - firstCommit;
          const client = createClient(database, firstCommit + (openedAt % commits));
          const next = () => numbers.next().value ?? 0;
          const undelivered = database.sent.map((_, index) => index);
          while (undelivered.length > 0) {
            const what = next() % 8;
            if (what === 0) client.askPage(next(), next());
            if (what === 1) client.answerPage(next());
            if (what === 2) client.deliver(next() % database.sent.length);
            if (what > 2) {
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
