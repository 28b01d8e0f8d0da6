import fc from "fast-check";
import { expect, test } from "vitest";
import type { Card } from "@/domain/board-card";
import { figuresFrom } from "@/domain/board-figures";
import { mostUnseen } from "@/domain/board-memory";
import { createTestDatabase, type TestDatabase, visibleTopics } from "@/domain/board-test-database";
import type { BoardChanges } from "./board-changes";
import type { BoardView } from "./board-sync";
import { createTestClock } from "./test-clock";
import { createTestServer, tokenLife } from "./test-server";

function someDatabase(): TestDatabase {
  const database = createTestDatabase(2);
  for (let i = 0; i < 6; i++) {
    database.write([{ id: `o${i}`, to: { rank: `a${i}`, topic: visibleTopics[i % 3] ?? "" } }]);
  }
  return database;
}

async function openBoard(database = someDatabase()) {
  const clock = createTestClock();
  const server = createTestServer(database, clock);
  const client = server.connect();
  const stop = client.sync.start();
  await clock.advance(500);
  return { database, clock, server, stop, ...client };
}

function shown(view: BoardView) {
  return view.board?.columns.map(({ ids }) => ids.map((id) => view.board?.cardOf(id)));
}

function inDatabase(database: TestDatabase) {
  const last = database.snapshots.length - 1;
  return database.stages.map(({ id }) => database.columnOf(last, id));
}

function expectEqual(view: BoardView, database: TestDatabase) {
  expect(shown(view)).toEqual(inDatabase(database));
  const { figures } = database.frame(database.snapshots.length - 1);
  const columns = view.board?.columns.flatMap((column) =>
    Object.keys(column.figures).length === 0 ? [] : [[column.key, column.figures] as const],
  );
  expect(Object.fromEntries(columns ?? [])).toEqual(figuresFrom(figures));
}

const write = (database: TestDatabase, id: string, to: Partial<Card> | null, mutationId?: string) =>
  database.write([{ id, to }], mutationId ? { mutationId } : {});

test("opens, joins every topic, catches up once for all of them, and is live", async () => {
  const { database, server, sync } = await openBoard();
  expect(sync.view().connection).toBe("live");
  expect(server.openTopics().sort()).toEqual([...visibleTopics].sort());
  expect(server.calls).toMatchObject({ open: 1, catchUp: 1, sockets: 1 });
  expectEqual(sync.view(), database);
});

test("shows all changes of one frame in one step, without asking", async () => {
  const { database, clock, server, sync, writes } = await openBoard();
  const before = { writes: writes(), ...server.calls };
  for (let i = 0; i < 5; i++) write(database, "o0", { name: `name ${i}` });
  write(database, "o1", null);
  server.deliver();
  await clock.advance(20);
  expectEqual(sync.view(), database);
  expect(writes()).toBe(before.writes + 1);
  expect(server.calls.catchUp).toBe(before.catchUp);
});

test("fetches what was lost when a later event shows the gap", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.setLosing(true);
  write(database, "o0", { name: "lost" });
  server.deliver();
  server.setLosing(false);
  write(database, "o0", { name: "heard" });
  server.deliver();
  await clock.advance(400);
  expectEqual(sync.view(), database);
});

test("finds within a minute what was lost without a trace", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.setLosing(true);
  write(database, "o0", { name: "lost" });
  server.deliver();
  await clock.advance(60_000);
  expectEqual(sync.view(), database);
});

test("catches up after the line was down, and says so meanwhile", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.breakLine();
  expect(sync.view().connection).toBe("offline");
  write(database, "o0", { stageId: "s1" });
  write(database, "o2", null);
  server.deliver();
  sync.wake();
  await clock.advance(100);
  expect(sync.view().connection).toBe("offline");
  server.mendLine();
  await clock.advance(200);
  expect(sync.view().connection).toBe("live");
  expectEqual(sync.view(), database);
});

test("has a new token before the old one expires", async () => {
  const { clock, server, sync } = await openBoard();
  for (let i = 0; i < 10; i++) {
    await clock.advance(tokenLife / 4);
    server.expireTokens();
    expect(sync.view().connection).toBe("live");
  }
});

test("comes back when its token did expire", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.breakLine();
  await clock.advance(2 * tokenLife);
  server.mendLine();
  server.expireTokens();
  write(database, "o0", { name: "meanwhile" });
  server.deliver();
  await clock.advance(40_000);
  expect(sync.view().connection).toBe("live");
  expectEqual(sync.view(), database);
});

test("drops a topic that is no longer allowed, with everything on it", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.revoke("team:a");
  await clock.advance(5000);
  expect(server.openTopics()).not.toContain("team:a");
  expect(sync.view().connection).toBe("live");
  expectEqual(sync.view(), database);
});

test("reads anew what it cannot read in the feed", async () => {
  const { database, clock, server, sync } = await openBoard();
  database.changeStage(1, 77);
  server.setLosing(true);
  server.deliver();
  server.setLosing(false);
  server.sendRaw("workspace:w", { seq: "many", entity: 4 });
  await clock.advance(100);
  expectEqual(sync.view(), database);
  write(database, "o0", { name: "bulk" });
  database.write([{ id: "o1", to: { name: "bulk" } }], { unnamed: true });
  server.deliver();
  await clock.advance(1000);
  expectEqual(sync.view(), database);
});

test("reads stages and figures anew as soon as a stage changed", async () => {
  const { database, clock, server, sync } = await openBoard();
  database.changeStage(0, 55);
  server.deliver();
  await clock.advance(600);
  expect(sync.view().board?.stages[0]?.probability).toBe(55);
  expectEqual(sync.view(), database);
});

test("lets events wait while a catch-up is on its way, and asks no second one", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.delayCatchUp(2000);
  const { catchUp } = server.calls;
  sync.refresh();
  await clock.advance(100);
  for (let i = 0; i < 3; i++) {
    write(database, "o0", { name: `during ${i}` });
    server.deliver();
    await clock.advance(100);
  }
  expect(server.calls.catchUp).toBe(catchUp + 1);
  expect(sync.view().connection).toBe("catching-up");
  await clock.advance(3000);
  expect(server.calls).toMatchObject({ catchUp: catchUp + 1, open: 1 });
  expectEqual(sync.view(), database);
});

test("stops asking when the user was signed out", async () => {
  const { clock, server, sync } = await openBoard();
  server.setSignedOut();
  sync.wake();
  await clock.advance(1000);
  expect(sync.view().connection).toBe("signed-out");
  const { catchUp, heads } = server.calls;
  await clock.advance(600_000);
  expect(server.calls.catchUp).toBe(catchUp);
  expect(server.calls.heads - heads).toBeLessThan(2);
});

test("goes on where it was once somebody signed in again", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.setSignedOut();
  await clock.advance(2 * tokenLife);
  server.expireTokens();
  await clock.advance(5000);
  expect(sync.view().connection).toBe("signed-out");
  expectEqual(sync.view(), database);
  write(database, "o0", { name: "meanwhile" });
  server.setSignedOut(false);
  sync.wake();
  await clock.advance(500);
  expect(sync.view().connection).toBe("live");
  expectEqual(sync.view(), database);
  server.setLosing(true);
  write(database, "o0", { name: "lost without a trace" });
  server.deliver();
  await clock.advance(60_000);
  expectEqual(sync.view(), database);
});

test("shows nothing any more to whoever was removed, and asks for nothing", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.setRemoved();
  write(database, "o0", { name: "not theirs" });
  sync.begin("m1", "o1", { kind: "remove" });
  sync.refresh();
  await clock.advance(500);
  expect(sync.view()).toEqual({ board: undefined, connection: "removed" });
  expect(server.openTopics()).toEqual([]);
  const calls = { ...server.calls };
  sync.wake();
  await clock.advance(300_000);
  expect(server.calls).toEqual(calls);
  expect(sync.view().board).toBeUndefined();
});

test("is quiet after it was closed, and fresh when it is opened again", async () => {
  const { database, clock, server, sync, stop } = await openBoard();
  stop();
  const asked = { ...server.calls };
  write(database, "o0", { name: "while closed" });
  server.deliver();
  await clock.advance(300_000);
  expect(server.calls).toEqual(asked);
  const stopAgain = sync.start();
  await clock.advance(500);
  expectEqual(sync.view(), database);
  stopAgain();
});

test("tells what changed, and which of it was this page's own", async () => {
  const { database, clock, server, sync } = await openBoard();
  const heard: BoardChanges[] = [];
  sync.onChanges((changes) => heard.push(changes));
  sync.begin("m1", "o0", { kind: "edit", patch: { name: "mine" } });
  write(database, "o0", { name: "mine" }, "m1");
  write(database, "o1", { name: "theirs" });
  database.logCommunication("o2", "2026-04-01T10:00:00+00:00");
  server.deliver();
  await clock.advance(20);
  expect(heard).toHaveLength(1);
  expect([...(heard[0]?.opportunityIds ?? [])].sort()).toEqual(["o0", "o1"]);
  expect([...(heard[0]?.remoteOpportunityIds ?? [])]).toEqual(["o1"]);
  expect([...(heard[0]?.communicationsOf ?? [])]).toEqual(["o2"]);
});

test("keeps showing a write whose echo was lost, and confirms it by catching up", async () => {
  const { database, clock, server, sync } = await openBoard();
  server.setLosing(true);
  sync.begin("m1", "o0", { kind: "move", at: "", stageId: "s1", afterId: null, beforeId: null });
  write(database, "o0", { stageId: "s1" }, "m1");
  server.deliver();
  expect(sync.view().board?.columns[1]?.ids).toEqual(["o0"]);
  sync.succeed("m1", database.snapshots.at(-1)?.cards.get("o0") ?? null);
  await clock.advance(1000);
  expectEqual(sync.view(), database);
  await clock.advance(3000);
  expectEqual(sync.view(), database);
  expect(sync.confirmed()?.columns.s1?.ids).toEqual(["o0"]);
});

test("takes back what was not written", async () => {
  const { database, sync } = await openBoard();
  sync.begin("m1", "o0", { kind: "remove" });
  expect(sync.view().board?.columns[0]?.ids).not.toContain("o0");
  sync.fail("m1");
  expectEqual(sync.view(), database);
});

test("keeps a long column as deep as it was when it is read anew", async () => {
  const database = createTestDatabase(1);
  for (let i = 0; i < 250; i++) {
    database.write([{ id: `o${i}`, to: { rank: `a${String(i).padStart(3, "0")}` } }]);
  }
  const { clock, server, sync } = await openBoard(database);
  expect(sync.view().board?.columns[0]).toMatchObject({ hasMore: true, count: 250 });
  await Promise.all([sync.loadMore("s0"), sync.loadMore("s0"), clock.advance(100)]);
  expect(server.calls.page).toBe(1);
  expect(sync.view().board?.columns[0]?.ids).toHaveLength(130);
  database.write([{ id: "o7", to: { name: "bulk" } }], { unnamed: true });
  server.deliver();
  await clock.advance(2000);
  expect(sync.view().board?.columns[0]?.ids).toHaveLength(130);
  expect(sync.view().board?.cardOf("o7")?.name).toBe("bulk");
});

const mishap = fc.constantFrom(
  "write",
  "write",
  "write",
  "hide",
  "stage",
  "bulk",
  "deliver",
  "deliver",
  "lose",
  "break",
  "mend",
  "wait",
  "wait",
);

test("is right two minutes after the last of any series of mishaps", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mishap, { maxLength: 40 }), async (mishaps) => {
      const { database, clock, server, sync, stop } = await openBoard();
      let step = 0;
      for (const what of mishaps) {
        step += 1;
        const id = `o${step % 6}`;
        if (what === "write") write(database, id, { name: `n${step}`, stageId: `s${step % 2}` });
        if (what === "hide") write(database, id, { topic: step % 2 ? "team:hidden" : "team:a" });
        if (what === "stage") database.changeStage(0, step);
        if (what === "bulk") database.write([{ id, to: { name: "bulk" } }], { unnamed: true });
        if (what === "deliver") server.deliver();
        if (what === "lose") {
          server.setLosing(true);
          server.deliver();
          server.setLosing(false);
        }
        if (what === "break") server.breakLine();
        if (what === "mend") server.mendLine();
        if (what === "wait") await clock.advance(37 * step);
      }
      server.mendLine();
      await clock.advance(120_000);
      expect(sync.view().connection).toBe("live");
      expectEqual(sync.view(), database);
      stop();
    }),
    { numRuns: Number(process.env.BOARD_RUNS ?? 150) },
  );
});

test("does not remember everything it ever heard of, and stays equal to the database", async () => {
  const { database, clock, server, sync, state } = await openBoard();
  for (let n = 0; n <= mostUnseen; n++) {
    write(database, `gone${n}`, { rank: "b", topic: visibleTopics[n % 3] ?? "" });
    write(database, `gone${n}`, null);
    if (n % 100 === 0) {
      server.deliver();
      await clock.advance(20);
    }
  }
  server.deliver();
  await clock.advance(20);
  expect(state()?.tombstones.size).toBeLessThan(mostUnseen);
  expect(server.calls).toMatchObject({ open: 1, catchUp: 1 });
  expectEqual(sync.view(), database);
});
