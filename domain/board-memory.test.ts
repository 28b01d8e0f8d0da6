import { expect, test } from "vitest";
import { forgetUnseen, isOverfull, mostPartyNames, mostUnseen } from "./board-memory";
import { receiveEvents } from "./board-receive";
import { applyPage, type BoardState, openBoard } from "./board-state";
import { createTestDatabase, type TestDatabase } from "./board-test-database";

const pageSize = 2;
const shared = "workspace:w";

/** A column of which the first two cards are loaded, and others follow. */
function openSmall() {
  const database = createTestDatabase(1);
  for (let n = 0; n < 4; n++) create(database, `o${n}`, `a${n}`);
  const state = openBoard(database.open(database.snapshots.length - 1, pageSize), pageSize);
  return { database, state };
}

function create(database: TestDatabase, id: string, rank: string) {
  database.write([{ id, to: { rank, topic: shared } }]);
}

/** Everything that was sent, by the hundred: a board lets only so many wait. */
function hear({ sent }: TestDatabase, state: BoardState): BoardState {
  let heard = state;
  for (let n = 0; n < sent.length; n += 100) {
    heard = receiveEvents(heard, sent.slice(n, n + 100)).state;
  }
  return heard;
}

test("forgets cards that are only heard of below the loaded pages, and keeps those shown", () => {
  const { database, state } = openSmall();
  for (let n = 0; n <= mostUnseen; n++) create(database, `below${n}`, `b${n}`);
  const heard = hear(database, state);
  expect(isOverfull(heard)).toBe(true);
  const forgotten = forgetUnseen(heard);
  expect(isOverfull(forgotten)).toBe(false);
  expect([...forgotten.cards.keys()]).toEqual(["o0", "o1"]);
  expect(forgotten.columns).toEqual(state.columns);
  expect(forgotten.figures).toEqual(heard.figures);
});

test("forgets cards that are gone", () => {
  const { database, state } = openSmall();
  for (let n = 0; n <= mostUnseen; n++) {
    create(database, `gone${n}`, `a0${n}`);
    database.write([{ id: `gone${n}`, to: null }]);
  }
  const heard = hear(database, state);
  expect(heard.tombstones.size).toBe(mostUnseen + 1);
  expect(isOverfull(heard)).toBe(true);
  expect(forgetUnseen(heard).tombstones.size).toBe(0);
});

test("forgets activities of cards that are not held", () => {
  const { database, state } = openSmall();
  const activities = new Map(
    Array.from({ length: mostUnseen + 1 }, (_, n) => [`unheld${n}`, "2026-03-01T10:00:00+00:00"]),
  );
  const heard = { ...hear(database, state), activities };
  expect(isOverfull(heard)).toBe(true);
  expect(forgetUnseen(heard).activities.size).toBe(0);
});

test("keeps the names that were heard of last", () => {
  const { database, state } = openSmall();
  const names = Array.from(
    { length: 2 * mostPartyNames + 1 },
    (_, n) => [`p${n}`, "name"] as const,
  );
  const heard = hear(database, { ...state, partyNames: new Map([["p0", "old"], ...names]) });
  database.renameParty("p0");
  const renamed = hear(database, heard);
  expect(isOverfull(renamed)).toBe(true);
  const { partyNames } = forgetUnseen(renamed);
  expect(partyNames.size).toBe(mostPartyNames);
  expect(partyNames.get("p0")).toBe("p0 v2");
  expect(partyNames.has("p1")).toBe(false);
});

test("refuses a page from before what it forgot, which could bring back what is gone", () => {
  const { database, state } = openSmall();
  const asked = { column: "s0", after: state.columns.s0?.loadedTo ?? "", pageSize };
  const early = database.page(database.snapshots.length - 1, "s0", asked.after, pageSize);
  database.write([{ id: "o2", to: null }]);
  const forgotten = forgetUnseen(hear(database, state));
  expect(applyPage(forgotten, asked, early)).toEqual({ state: forgotten, misfit: "behind" });
  const late = database.page(database.snapshots.length - 1, "s0", asked.after, pageSize);
  expect(applyPage(forgotten, asked, late).state.cards.has("o2")).toBe(false);
});
