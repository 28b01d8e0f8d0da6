import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answerFromEchoes,
  answerPending,
  dropPending,
  type Pending,
  settle,
  type Wish,
  wishFor,
} from "./board-pending";
import { receiveEvents } from "./board-receive";
import { applyPage, openBoard } from "./board-state";
import { createTestDatabase, type Sent, type TestDatabase } from "./board-test-database";
import { type VisibleBoard, visibleBoard } from "./board-visible";

function cardsInStage(count: number): TestDatabase {
  const database = createTestDatabase(3);
  for (let i = 0; i < count; i++) {
    const rank = rankOf(i * 1_000_000_000);
    database.write([{ id: `o${i}`, to: { stageId: `s${i % 2}`, rank, amount: "10" } }]);
  }
  return database;
}

/** A key as text of fixed length, so that there is always room between two. */
function rankOf(place: number): string {
  return `a${String(place + 1e15).padStart(17, "0")}`;
}
const placeOf = (rank: string) => Number(rank.slice(1)) - 1e15;

/** What `place_in_stage` does, in the model. */
function rankForDrop(database: TestDatabase, id: string, drop: Wish & { kind: "move" }): string {
  const ranks = [...database.rows.values()]
    .filter((row) => row.stageId === drop.stageId && row.id !== id)
    .map((row) => ({ id: row.id, place: placeOf(row.rank) }))
    .sort((a, b) => a.place - b.place);
  const after = ranks.findIndex((row) => row.id === drop.afterId);
  const before = ranks.findIndex((row) => row.id === drop.beforeId);
  const index = after !== -1 ? after + 1 : Math.max(before, 0);
  const low = ranks[index - 1]?.place ?? (ranks[0]?.place ?? 0) - 2e9;
  const high = ranks[index]?.place ?? (ranks.at(-1)?.place ?? 0) + 2e9;
  return rankOf(Math.floor((low + high) / 2));
}

function expectShown(board: VisibleBoard, database: TestDatabase) {
  const last = database.snapshots.length - 1;
  const ids = database.stages.map((stage) => database.columnOf(last, stage.id).map(({ id }) => id));
  expect(board.columns.map((column) => column.ids)).toEqual(ids);
  const figures = board.columns.flatMap(({ key, figures: ofColumn }) =>
    Object.entries(ofColumn).map(([currency, figure]) => ({ column: key, currency, ...figure })),
  );
  const order = (rows: { column: string; currency: string }[]) =>
    [...rows].sort((a, b) => (a.column + a.currency < b.column + b.currency ? -1 : 1));
  expect(order(figures)).toEqual(order(database.frame(last).figures));
}

const intention = fc.record({
  kind: fc.constantFrom("move", "move", "edit", "create", "remove"),
  card: fc.nat(100),
  stage: fc.nat(2),
  neighbour: fc.nat(100),
  amount: fc.constantFrom("1", "2.5", "1000000.0001"),
});
/** What comes first for a write, and whether the other comes at all before the end. */
const signals = fc.record({ echoFirst: fc.boolean(), both: fc.boolean() });

describe("a user's own writes", { timeout: 120_000 }, () => {
  test("are shown as the database makes them, before and after answer and echo", () => {
    fc.assert(
      fc.property(
        fc.array(intention, { minLength: 1, maxLength: 12 }),
        fc.array(signals, { minLength: 12, maxLength: 12 }),
        fc.nat(12),
        (intentions, told, lag) => {
          const database = cardsInStage(7);
          let state = openBoard(database.open(7, 100), 100);
          let pending: readonly Pending[] = [];
          const writes: { mutationId: string; id: string; echoes: Sent[] }[] = [];
          const check = () => expectShown(visibleBoard(state, pending), database);
          const tellEcho = (write: (typeof writes)[number]) => {
            const received = receiveEvents(state, write.echoes);
            state = received.state;
            pending = settle(answerFromEchoes(pending, received.applied), state);
          };
          const tellAnswer = ({ mutationId, id }: (typeof writes)[number], at: number) => {
            pending = settle(
              answerPending(pending, mutationId, at < 0 ? null : cardAt(id, at)),
              state,
            );
          };
          const cardAt = (id: string, commit: number) =>
            database.snapshots[commit]?.cards.get(id) ?? null;
          const commits: number[] = [];
          const tell = (index: number) => {
            const write = writes[index];
            const signal = told[index];
            if (!write || !signal) return;
            if (signal.echoFirst) tellEcho(write);
            // An echo behind a gap is not heard yet, and writes of a card wait for each other.
            const isUnheard = pending.some(
              (one) => one.mutationId === write.mutationId && one.answer === undefined,
            );
            if (isUnheard || signal.both) tellAnswer(write, commits[index] ?? -1);
            if (!signal.echoFirst && signal.both) tellEcho(write);
          };

          intentions.forEach((wanted, index) => {
            const ids = [...database.rows.keys()];
            const id = ids[wanted.card % ids.length];
            if (id === undefined) return;
            const stageId = `s${wanted.stage}`;
            const mutationId = `m${index}`;
            const neighbours = visibleBoard(state, pending).columns[wanted.stage]?.ids ?? [];
            const others = neighbours.filter((one) => one !== id);
            const slot = wanted.neighbour % (others.length + 1);
            const drop = {
              stageId,
              afterId: others[slot - 1] ?? null,
              beforeId: others[slot] ?? null,
            };
            const move: Wish & { kind: "move" } = { kind: "move", at: "", ...drop };
            const top: Wish & { kind: "move" } = { ...move, afterId: null, beforeId: null };
            const from = database.sent.length;
            const subject = wanted.kind === "create" ? `n${index}` : id;
            const write = (to: Parameters<TestDatabase["write"]>[0][number]["to"]) =>
              database.write([{ id: subject, to }], { mutationId });
            if (wanted.kind === "move") {
              pending = wishFor(pending, mutationId, id, move);
              write({ stageId, rank: rankForDrop(database, id, move) });
            }
            if (wanted.kind === "edit") {
              const patch = { amount: wanted.amount, name: "edited" };
              pending = wishFor(pending, mutationId, id, { kind: "edit", patch });
              write(patch);
            }
            if (wanted.kind === "create") {
              const to = {
                stageId,
                amount: wanted.amount,
                rank: rankForDrop(database, subject, top),
              };
              const card = database.columnOf(0, "s0")[0] ?? cardAt(id, 7) ?? cardAt("o0", 7);
              if (!card) return;
              const wish = { ...card, ...to, id: subject, rank: "", version: 0, probability: null };
              pending = wishFor(pending, mutationId, subject, {
                kind: "create",
                card: { ...wish, currency: "EUR" },
              });
              write(to);
            }
            if (wanted.kind === "remove") {
              pending = wishFor(pending, mutationId, id, { kind: "remove" });
              write(null);
            }
            writes.push({ mutationId, id: subject, echoes: database.sent.slice(from) });
            commits.push(database.snapshots.length - 1);
            check();
            if (index >= lag) {
              tell(index - lag);
              check();
            }
          });
          for (let i = Math.max(writes.length - lag, 0); i < writes.length; i++) {
            tell(i);
            check();
          }
          // Whatever was not told yet comes in the end.
          state = receiveEvents(state, database.sent).state;
          writes.forEach((write, index) => {
            tellAnswer(write, commits[index] ?? -1);
          });
          pending = settle(pending, state);
          expect(pending).toEqual([]);
          check();
        },
      ),
      { numRuns: Number(process.env.BOARD_RUNS ?? 300) },
    );
  });

  test("disappear when they fail", () => {
    const database = cardsInStage(4);
    const state = openBoard(database.open(4, 100), 100);
    const before = visibleBoard(state, []);
    const wish: Wish = { kind: "move", at: "", stageId: "s2", afterId: null, beforeId: null };
    const pending = wishFor([], "m", "o0", wish);
    expect(visibleBoard(state, pending).columns[2]?.ids).toEqual(["o0"]);
    expect(visibleBoard(state, pending).savingIds).toEqual(new Set(["o0"]));
    const after = visibleBoard(state, dropPending(pending, new Set(["m"])));
    expect(after.columns).toEqual(before.columns);
  });

  test("stand as they were dropped, in whatever order the answers come", () => {
    const database = cardsInStage(4);
    const state = openBoard(database.open(4, 100), 100);
    const first: Wish = { kind: "move", at: "", stageId: "s2", afterId: null, beforeId: null };
    const second: Wish = { ...first, beforeId: "o0" };
    let pending = wishFor(wishFor([], "m1", "o0", first), "m2", "o1", second);
    database.write([{ id: "o0", to: { stageId: "s2", rank: rankOf(0) } }]);
    database.write([{ id: "o1", to: { stageId: "s2", rank: rankOf(-9) } }]);
    pending = answerPending(pending, "m2", database.snapshots.at(-1)?.cards.get("o1") ?? null);
    expect(visibleBoard(state, pending).columns[2]?.ids).toEqual(["o1", "o0"]);
  });

  test("below the loaded pages stay in sight until their page has come", () => {
    const database = cardsInStage(8);
    let state = openBoard(database.open(8, 2), 2);
    const wish: Wish = { kind: "move", at: "", stageId: "s0", afterId: "o2", beforeId: null };
    let pending = wishFor([], "m", "o1", wish);
    const rank = rankForDrop(database, "o1", wish);
    database.write([{ id: "o1", to: { stageId: "s0", rank } }], { mutationId: "m" });
    const received = receiveEvents(state, database.sent.slice(-1));
    state = received.state;
    pending = settle(answerFromEchoes(pending, received.applied), state);
    expect(visibleBoard(state, pending).columns[0]?.ids).toEqual(["o0", "o2", "o1"]);
    const after = state.columns.s0?.loadedTo ?? "";
    const page = database.page(9, "s0", after, 2);
    state = applyPage(state, { column: "s0", after, pageSize: 2 }, page).state;
    pending = settle(pending, state);
    expect(pending).toEqual([]);
    expect(visibleBoard(state, pending).columns[0]?.ids).toEqual(["o0", "o2", "o1", "o4"]);
  });

  test("do not outlive a newer version by somebody else", () => {
    const database = cardsInStage(2);
    let state = openBoard(database.open(2, 100), 100);
    let pending = wishFor([], "m", "o0", { kind: "edit", patch: { name: "mine" } });
    database.write([{ id: "o0", to: { name: "mine" } }], { mutationId: "m" });
    const answer = database.snapshots.at(-1)?.cards.get("o0") ?? null;
    database.write([{ id: "o0", to: { name: "theirs" } }]);
    state = receiveEvents(state, database.sent.slice(-2)).state;
    pending = settle(answerPending(pending, "m", answer), state);
    expect(pending).toEqual([]);
    expect(visibleBoard(state, pending).cardOf("o0")?.name).toBe("theirs");
  });
});

test("what did not change keeps its identity", () => {
  const database = cardsInStage(6);
  const state = openBoard(database.open(6, 100), 100);
  const before = visibleBoard(state, []);
  database.write([{ id: "o0", to: { name: "new" } }]);
  const after = visibleBoard(receiveEvents(state, database.sent.slice(-1)).state, []);
  expect(after.columns[0]).toBe(before.columns[0]);
  expect(after.columns[1]).toBe(before.columns[1]);
  expect(after.cardOf("o1")).toBe(before.cardOf("o1"));
  expect(after.cardOf("o0")).not.toBe(before.cardOf("o0"));
});
