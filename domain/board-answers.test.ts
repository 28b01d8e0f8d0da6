import { describe, expect, test } from "vitest";
import { parseBoardAnswer, parseCatchUpAnswer } from "./board-answers";
import { parseBoardEvent } from "./board-events";
import { receiveEvents } from "./board-receive";
import { applyCatchUp, applyPage, openBoard } from "./board-state";
import { createTestDatabase } from "./board-test-database";
import { laterOf } from "./board-timestamps";

const topic = "workspace:w";

function fourCards() {
  const database = createTestDatabase(1);
  for (let i = 0; i < 4; i++) database.write([{ id: `o${i}`, to: { rank: `a${i}` } }]);
  return { database, state: openBoard(database.open(4, 2), 2) };
}

describe("late answers", () => {
  test("of a page from before a catch-up are refused, so that nothing gone comes back", () => {
    const { database, state } = fourCards();
    const request = { column: "s0", after: "a1 o1", pageSize: 2 };
    const early = database.page(4, "s0", "a1 o1", 2);
    database.write([{ id: "o3", to: { topic: "team:hidden" } }]);
    const answer = database.catchUp(5, state.heads);
    if (answer.status === "stale") throw new Error("nothing was lost");
    const caughtUp = applyCatchUp(state, answer).state;
    expect(applyPage(caughtUp, request, early)).toEqual({ state: caughtUp, misfit: "behind" });
    const again = applyPage(caughtUp, request, database.page(5, "s0", "a1 o1", 2)).state;
    expect(again.columns.s0).toEqual({ ids: ["o0", "o1", "o2"], loadedTo: null });
  });

  test("of a page do not bring back a card that was given away and deleted there", () => {
    const { database, state } = fourCards();
    const request = { column: "s0", after: "a1 o1", pageSize: 2 };
    database.write([{ id: "o3", to: { topic: "team:a" } }]);
    const between = database.page(5, "s0", "a1 o1", 2);
    database.write([{ id: "o3", to: null }]);
    const ofTeam = database.sent.filter((sent) => sent.topic === "team:a");
    const ofWorkspace = database.sent.filter((sent) => sent.topic === topic);
    const told = receiveEvents(state, [...ofTeam, ...ofWorkspace]).state;
    expect(applyPage(told, request, between).state.cards.has("o3")).toBe(false);
  });

  test("of a page with other topics ask to open the board anew", () => {
    const { database, state } = fourCards();
    database.revoke("team:a");
    const page = database.page(4, "s0", "a1 o1", 2);
    const request = { column: "s0", after: "a1 o1", pageSize: 2 };
    expect(applyPage(state, request, page).misfit).toBe("reopen");
  });
});

describe("what comes over the wire", () => {
  const envelope = { id: "x", seq: 3, mutationId: null, actorId: null };

  test("may know more than this version of the program", () => {
    expect(parseBoardEvent({ ...envelope, entity: "task", changes: [1] })).toEqual({
      seq: 3,
      mutationId: null,
      actorId: null,
      entity: "other",
      name: "task",
    });
    const { database } = fourCards();
    const answer = { ...database.open(4, 2), extra: true };
    expect(parseBoardAnswer(answer)).toEqual(database.open(4, 2));
    expect(parseCatchUpAnswer({ status: "stale", because: "far" })).toEqual({ status: "stale" });
  });

  test("is null when it cannot be read", () => {
    for (const payload of [
      null,
      "text",
      {},
      { ...envelope, seq: 0.5, entity: "task" },
      { ...envelope, entity: "opportunity", changes: [{ id: "o", op: "update" }] },
      { ...envelope, entity: "party" },
    ]) {
      expect(parseBoardEvent(payload)).toBeNull();
    }
    expect(parseBoardAnswer({ heads: {} })).toBeNull();
  });

  test("counts an unknown entity and goes on", () => {
    const { state } = fourCards();
    const event = parseBoardEvent({ ...envelope, seq: 5, entity: "task" });
    if (!event) throw new Error("it can be read");
    const received = receiveEvents(state, [{ topic, event }]);
    expect(received).toMatchObject({ needs: "nothing", state: { heads: { [topic]: 5 } } });
  });
});

test("times are compared to the microsecond, whatever their spelling", () => {
  const a = "2026-03-01T10:00:00.123+00:00";
  const b = "2026-03-01T10:00:00.123001+00:00";
  expect(laterOf(a, b)).toBe(b);
  expect(laterOf(b, a)).toBe(b);
  expect(laterOf(null, a)).toBe(a);
  expect(laterOf("2026-03-01T12:00:00+02:00", a)).toBe(a);
});
