import { expect, test } from "vitest";
import type { Card } from "@/domain/board-card";
import type { Wish } from "@/domain/board-pending";
import type { SaveAnswer } from "@/domain/opportunity-answers";
import { createBoardMutations } from "./board-mutations";
import type { OutboxEntry } from "./outbox/entry";
import { createTestStore } from "./outbox/test-store";
import { createTestClock } from "./test-clock";

class Busy extends Error {}
class Unreachable extends Error {}

function open(left: readonly OutboxEntry[] = [], room?: number) {
  const store = createTestStore(left, room);
  const clock = createTestClock();
  const log: string[] = [];
  const asked: { id: string; version?: number; mutationId: string }[] = [];
  const answers: (() => SaveAnswer)[] = [];
  let ids = 0;
  async function answerNext(input: { id: string; version?: number; mutationId: string }) {
    asked.push(input);
    await new Promise<void>((resolve) => void clock.after(10, resolve));
    const answer = answers.shift()?.();
    if (!answer) throw new Error("nothing to answer");
    return answer;
  }
  const mutations = createBoardMutations({
    sync: {
      begin: (mutationId: string, id: string, wish: Wish) =>
        log.push(`begin ${mutationId} ${id} ${wish.kind}`),
      succeed: (mutationId: string, card: Card | null) =>
        log.push(`succeed ${mutationId} ${card?.version ?? "gone"}`),
      succeedMany: (mutationId: string, cards: readonly Card[]) =>
        log.push(`succeed ${mutationId} ${cards.map(({ version }) => version).join()}`),
      fail: (mutationId: string) => log.push(`fail ${mutationId}`),
      refresh: () => log.push("refresh"),
      view: () => ({ board: undefined, connection: "live" }),
    },
    writes: {
      create: (input) => answerNext(input).then(({ card }) => ({ card })),
      moveMany: ({ ids: [id = ""], mutationId }) =>
        answerNext({ id, mutationId }).then(({ card }) => ({ cards: card ? [card] : [] })),
      move: (input) => answerNext(input).then(({ card }) => ({ card })),
      update: answerNext,
      delete: answerNext,
    },
    clock,
    newId: () => `id${++ids}`,
    store,
    mayRepeat: (error) => error instanceof Busy,
    isAway: (error) => error instanceof Unreachable,
  });
  return { clock, log, asked, answers, mutations, kept: store.kept };
}

function saved(version: number): () => SaveAnswer {
  const card: Card = {
    id: "o",
    version,
    topic: "workspace:w",
    stageId: "s",
    rank: "a0",
    name: "",
    customerId: "p",
    customerName: "",
    contactId: null,
    ownerId: null,
    teamId: null,
    isPrivate: false,
    amount: null,
    currency: "EUR",
    probability: null,
    expectedCloseOn: null,
    nextStep: null,
    nextStepOn: null,
    source: null,
    stageEnteredAt: "",
    isBlacklisted: false,
    lastActivityAt: null,
  };
  return () => ({ status: "saved", card });
}
const unreachable = () => {
  throw new Unreachable();
};
const busy = () => {
  throw new Busy();
};

function leftEdit(name: string): OutboxEntry {
  const input = { id: "o", version: 3, patch: { name }, mutationId: "m" };
  return { kind: "edit", at: 1, name: "a", input };
}

test("writes of one card wait for each other, and build on each other's version", async () => {
  const { clock, asked, answers, mutations } = open();
  answers.push(saved(4), saved(5));
  const first = mutations.edit({ id: "o", version: 3, patch: { name: "a" } });
  const second = mutations.edit({ id: "o", version: 3, patch: { name: "b" } });
  await clock.advance(5);
  expect(asked).toHaveLength(1);
  await clock.advance(100);
  await Promise.all([first, second]);
  expect(asked.map(({ version }) => version)).toEqual([3, 4]);
});

test("an edit of a card whose creation is on its way builds on what was created", async () => {
  const { clock, asked, answers, mutations } = open();
  answers.push(saved(1), saved(2));
  const { id, saved: created } = mutations.create({ stageId: "s", name: "n", currency: "EUR" });
  const edited = mutations.edit({ id, version: 0, patch: { name: "m" } });
  await clock.advance(100);
  await Promise.all([created, edited]);
  expect(asked[1]?.version).toBe(1);
});

test("a version that somebody else made in between is not passed over", async () => {
  const { clock, asked, answers, mutations } = open();
  answers.push(saved(5), saved(6));
  const first = mutations.edit({ id: "o", version: 3, patch: { name: "a" } });
  const second = mutations.edit({ id: "o", version: 3, patch: { nextStep: "b" } });
  await clock.advance(100);
  await Promise.all([first, second]);
  expect(asked.map(({ version }) => version)).toEqual([3, 3]);
});

test("a write that was lost on the way is repeated under the same id", async () => {
  const { clock, log, asked, answers, mutations } = open();
  answers.push(unreachable, unreachable, saved(2));
  const { saved: done } = mutations.create({ stageId: "s", name: "n", currency: "EUR" });
  await clock.advance(60_000);
  await done;
  expect(new Set(asked.map(({ mutationId }) => mutationId)).size).toBe(1);
  expect(log).toEqual(["begin id2 id1 create", "refresh", "succeed id2 2"]);
});

test("a write that a busy server does not take in five tries is taken back", async () => {
  const { clock, log, answers, mutations, kept } = open();
  answers.push(...Array.from({ length: 5 }, () => busy));
  const done = mutations.remove("o").catch((error: unknown) => error);
  await clock.advance(120_000);
  expect(await done).toBeInstanceOf(Busy);
  expect(log).toEqual(["begin id1 o remove", "fail id1", "refresh"]);
  expect(kept()).toEqual([]);
});

test("while the server is away writes wait on the device, and then go in their order", async () => {
  const { clock, log, asked, answers, mutations, kept } = open();
  answers.push(...Array.from({ length: 40 }, () => unreachable));
  const done = Promise.all([
    mutations.edit({ id: "o", version: 3, patch: { name: "a" } }),
    mutations.remove("p"),
    mutations.move({ id: "q", stageId: "s", afterId: null, beforeId: null }),
  ]);
  await clock.advance(120_000);
  expect(mutations.outbox.view().waiting).toBe(3);
  expect(kept().map(({ kind }) => kind)).toEqual(["edit", "remove", "move"]);
  expect(log.filter((line) => !line.startsWith("begin"))).toEqual(["refresh"]);

  answers.splice(0, answers.length, saved(4), saved(5), saved(6));
  asked.length = 0;
  mutations.outbox.wake();
  await clock.advance(100);
  await done;
  expect(asked.map(({ id }) => id)).toEqual(["o", "p", "q"]);
  expect(mutations.outbox.view()).toEqual({ waiting: 0, unsettled: [], isKept: true });
  expect(kept()).toEqual([]);
});

test("the first write that nobody answers makes the board ask whether it still hears the server", async () => {
  const { clock, log, answers, mutations } = open();
  answers.push(unreachable, unreachable, saved(4));
  const edited = mutations.edit({ id: "o", version: 3, patch: { name: "a" } });
  await clock.advance(20);
  expect(log.filter((line) => line === "refresh")).toHaveLength(1);
  await clock.advance(60_000);
  await edited;
  expect(log.filter((line) => line === "refresh")).toHaveLength(1);
});

test("what an earlier page left is shown and sent under its old id", async () => {
  const { clock, log, asked, answers, mutations, kept } = open([leftEdit("b")]);
  answers.push(saved(4));
  mutations.outbox.start();
  expect(log).toEqual(["begin m o edit"]);
  expect(kept()).toHaveLength(1);
  await clock.advance(100);
  expect(asked).toMatchObject([{ id: "o", version: 3, mutationId: "m" }]);
  expect(log).toEqual(["begin m o edit", "succeed m 4"]);
  expect(kept()).toEqual([]);
});

test("an edit that waited and conflicts is kept until its author decides", async () => {
  const { clock, asked, answers, mutations, kept } = open([leftEdit("b")]);
  const fields = { name: { base: "a", yours: "b", theirs: "c" } };
  answers.push(() => ({ status: "conflict", version: 5, fields, card: null }), saved(6));
  const { outbox } = mutations;
  outbox.start();
  await clock.advance(100);
  const [one] = outbox.view().unsettled;
  if (one?.kind !== "conflict") throw new Error("it is no conflict");
  expect(kept()).toHaveLength(1);

  outbox.decide(one, { name: "b" });
  await clock.advance(100);
  expect(asked[1]).toMatchObject({ version: 5, patch: { name: "b" } });
  expect(asked[1]?.mutationId).not.toBe("m");
  expect(outbox.view().unsettled).toEqual([]);
  expect(kept()).toEqual([]);
});

test("what waited and is refused is kept with what was typed, and can be sent once more", async () => {
  const { clock, answers, mutations, kept } = open([leftEdit("b")]);
  answers.push(() => {
    throw new Error("forbidden");
  }, saved(4));
  const { outbox } = mutations;
  outbox.start();
  await clock.advance(100);
  const [one] = outbox.view().unsettled;
  if (one?.kind !== "refused") throw new Error("it is not refused");
  expect(one.entry.input).toMatchObject({ patch: { name: "b" } });
  expect(kept()).toHaveLength(1);
  outbox.retry(one);
  await clock.advance(100);
  expect(outbox.view().unsettled).toEqual([]);
  expect(kept()).toEqual([]);
});

test("an edit that waits follows the version of its author's earlier write also on the device", async () => {
  const { clock, answers, mutations, kept } = open();
  answers.push(saved(4), unreachable);
  void mutations.edit({ id: "o", version: 3, patch: { name: "a" } });
  void mutations.edit({ id: "o", version: 3, patch: { name: "b" } });
  await clock.advance(30);
  expect(kept()).toMatchObject([{ input: { version: 4, patch: { name: "b" } } }]);
});

test("what the browser has no room for is sent all the same, and is known not to be kept", async () => {
  const { clock, answers, mutations, kept } = open([], 1);
  answers.push(unreachable, unreachable, unreachable, saved(4), saved(5));
  const { outbox } = mutations;
  const done = Promise.all([mutations.remove("o"), mutations.remove("p")]);
  await clock.advance(30);
  expect(kept()).toHaveLength(1);
  expect(outbox.view()).toMatchObject({ waiting: 2, isKept: false });
  await clock.advance(60_000);
  await done;
  expect(outbox.view()).toEqual({ waiting: 0, unsettled: [], isKept: true });
});

test("what is refused forever does not hold up what waits behind it", async () => {
  const { clock, answers, mutations, kept } = open([
    leftEdit("b"),
    { at: 2, name: "n", kind: "remove", input: { id: "p", mutationId: "m2" } },
  ]);
  answers.push(...Array.from({ length: 5 }, () => busy), saved(5));
  mutations.outbox.start();
  await clock.advance(120_000);
  expect(mutations.outbox.view().unsettled.map(({ kind, id }) => [kind, id])).toEqual([
    ["refused", "m"],
  ]);
  expect(kept()).toHaveLength(1);
});

test("a conflict takes back what was shown and is handed to the editor", async () => {
  const { clock, log, answers, mutations } = open();
  const fields = { name: { base: "a", yours: "b", theirs: "c" } };
  answers.push(() => ({ status: "conflict", version: 5, fields, card: null }));
  const done = mutations.edit({ id: "o", version: 3, patch: { name: "b" } });
  await clock.advance(100);
  expect(await done).toMatchObject({ status: "conflict", version: 5 });
  expect(log).toEqual(["begin id1 o edit", "fail id1"]);
});

test("a refused write does not hold up the next one of the same card", async () => {
  const { clock, asked, answers, mutations } = open();
  answers.push(() => {
    throw new Error("forbidden");
  }, saved(2));
  const refused = mutations
    .edit({ id: "o", version: 1, patch: { name: "a" } })
    .catch(() => "refused");
  const second = mutations.edit({ id: "o", version: 1, patch: { name: "b" } });
  await clock.advance(100);
  expect(await refused).toBe("refused");
  expect(await second).toMatchObject({ status: "saved" });
  expect(asked.map(({ version }) => version)).toEqual([1, 1]);
});

test("several cards are moved in one write, shown one below the other at once", async () => {
  const { clock, log, asked, answers, mutations } = open();
  answers.push(saved(2), saved(3), saved(4));
  const edited = mutations.edit({ id: "b", version: 1, patch: { name: "n" } });
  const drop = { stageId: "s", afterId: "x", beforeId: null };
  const moved = mutations.moveMany({ ids: ["a", "b"], ...drop });
  const later = mutations.edit({ id: "a", version: 1, patch: { name: "m" } });
  expect(log).toEqual([
    "begin id1 b edit",
    "begin id2 a move",
    "begin id2 b move",
    "begin id3 a edit",
  ]);
  await clock.advance(200);
  await Promise.all([edited, moved, later]);
  expect(asked.map(({ mutationId }) => mutationId)).toEqual(["id1", "id2", "id3"]);
  expect(log).toContain("succeed id2 3");
});
