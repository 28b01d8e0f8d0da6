import { expect, test } from "vitest";
import type { Card } from "@/domain/board-card";
import type { Wish } from "@/domain/board-pending";
import type { SaveAnswer } from "@/domain/opportunity-answers";
import { createBoardMutations } from "./board-mutations";
import { createTestClock } from "./test-clock";

class Unreachable extends Error {}

function open() {
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
    mayRepeat: (error) => error instanceof Unreachable,
  });
  return { clock, log, asked, answers, mutations };
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
    lastActivityAt: null,
  };
  return () => ({ status: "saved", card });
}
const unreachable = () => {
  throw new Unreachable();
};

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
  expect(log).toEqual(["begin id2 id1 create", "succeed id2 2"]);
});

test("a write that stays lost is taken back, and what happened is looked up", async () => {
  const { clock, log, answers, mutations } = open();
  answers.push(...Array.from({ length: 5 }, () => unreachable));
  const done = mutations.remove("o").catch((error: unknown) => error);
  await clock.advance(120_000);
  expect(await done).toBeInstanceOf(Unreachable);
  expect(log).toEqual(["begin id1 o remove", "fail id1", "refresh"]);
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
