import { describe, expect, it } from "vitest";
import type { Presence } from "./presence";
import { readPresences } from "./read-presences";

const of = (memberId: string, shown: Partial<Presence> = {}): Presence => ({
  memberId,
  page: "board",
  isAway: false,
  openId: null,
  handIds: [],
  field: null,
  ...shown,
});

describe("readPresences", () => {
  it("reads every page of a channel and leaves out what the client added", () => {
    const state = {
      page1: [{ ...of("a"), presence_ref: "x" }],
      page2: [{ ...of("b", { openId: "o1", field: "amount" }), presence_ref: "y" }],
    };
    expect(readPresences(state)).toEqual([of("a"), of("b", { openId: "o1", field: "amount" })]);
  });

  it.each([
    ["nothing", undefined],
    ["text", "somebody"],
    ["a list", [of("a")]],
    ["entries that are no list", { page: of("a") }],
    ["a member that is no id", { page: [{ ...of("a"), memberId: 7 }] }],
    ["an endless id", { page: [of("a".repeat(65))] }],
    ["more cards than a hand holds", { page: [of("a", { handIds: Array(11).fill("o") })] }],
    ["half of it", { page: [{ memberId: "a" }] }],
  ])("makes nobody of %s", (_, state) => expect(readPresences(state)).toEqual([]));

  it("hears everybody else when a page calls itself like what every object has", () => {
    expect(readPresences({ constructor: [of("b")], good: [of("a")] })).toEqual([of("b"), of("a")]);
    const state = { good: [of("a")] };
    // What the client's own assignment to "__proto__" does.
    Object.setPrototypeOf(state, [of("b")]);
    expect(readPresences(state)).toEqual([of("a")]);
  });

  it("reads those who came first of more pages than a team has, soon", () => {
    const hand = Array.from({ length: 10 }, (_, n) => `o${n}`);
    const pages = Array.from({ length: 20_000 }, (_, n): [string, Presence[]] => [
      `page${n}`,
      [of(`m${n}`, { handIds: hand })],
    ]);
    const read = readPresences(Object.fromEntries(pages));
    expect(read).toHaveLength(500);
    expect(read[0]?.memberId).toBe("m0");
  });

  it("takes a page that does not say what it is for a board", () => {
    const { page: _, ...silent } = of("a");
    expect(readPresences({ page: [silent] })).toEqual([of("a")]);
    expect(readPresences({ page: [of("a", { page: "party" })] })).toEqual([
      of("a", { page: "party" }),
    ]);
    expect(readPresences({ page: [{ ...of("a"), page: "cellar" }] })).toEqual([]);
  });

  it("keeps the good entries beside a bad one", () => {
    expect(readPresences({ bad: [null], good: [of("a")] })).toEqual([of("a")]);
  });
});
