import { describe, expect, it } from "vitest";
import type { Card } from "@/domain/board-card";
import { wholeBoard } from "@/domain/board-query";
import type { VisibleBoard } from "@/domain/board-visible";
import { hideCards } from "./hidden-cards";

function card(id: string, stageId: string, amount: string): Card {
  return {
    id,
    version: 1,
    topic: "workspace:w",
    stageId,
    rank: `a${id}`,
    name: id,
    customerId: "c",
    customerName: "Nordwind Segel",
    contactId: null,
    ownerId: null,
    teamId: null,
    isPrivate: false,
    amount,
    currency: "EUR",
    probability: null,
    expectedCloseOn: null,
    nextStep: null,
    nextStepOn: null,
    source: null,
    stageEnteredAt: "2026-01-01T00:00:00Z",
    isBlacklisted: false,
    lastActivityAt: null,
  };
}

const stage = { version: 1, name: "Offer", kind: "open", position: 1, rotDays: null } as const;
const cards = new Map([card("1", "a", "100"), card("2", "a", "50.5")].map((one) => [one.id, one]));
const board: VisibleBoard = {
  query: wholeBoard,
  stages: [
    { ...stage, id: "a", probability: 50 },
    { ...stage, id: "b", probability: 10 },
  ],
  members: [],
  teams: [],
  columns: [
    {
      key: "a",
      ids: ["1", "2"],
      hasMore: true,
      count: 9,
      figures: { EUR: { count: 9, amount: "1000", weighted: "500" } },
    },
    { key: "b", ids: [], hasMore: false, count: 0, figures: {} },
  ],
  cardOf: (id) => cards.get(id),
  savingIds: new Set(),
};

describe("hideCards", () => {
  it("takes cards out of their column and its sums", () => {
    const [column, other] = hideCards(board, new Set(["2"])).columns;
    expect(column).toMatchObject({
      ids: ["1"],
      count: 8,
      figures: { EUR: { count: 8, amount: "949.5", weighted: "474.75" } },
    });
    expect(other).toBe(board.columns[1]);
  });

  it("leaves the board as it is where nothing is hidden, or what is hidden is gone", () => {
    expect(hideCards(board, new Set())).toBe(board);
    expect(hideCards(board, new Set(["9"])).columns).toEqual(board.columns);
  });
});
