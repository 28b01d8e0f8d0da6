import { describe, expect, it } from "vitest";
import { type Presence, type PresenceView, presenceView } from "./presence";

const quiet = { page: "board", isAway: false, openId: null, handIds: [], field: null } as const;
const of = (memberId: string, shown: Partial<Presence> = {}): Presence => ({
  ...quiet,
  memberId,
  ...shown,
});
const nobodyHere: PresenceView = { here: [], cards: new Map() };
const view = (...presences: Presence[]) => presenceView(nobodyHere, presences, "me");

describe("presenceView", () => {
  it("counts several pages of a member once, and never the reader", () => {
    expect(view(of("b"), of("a"), of("b"), of("me", { openId: "o1" })).here).toEqual([
      { memberId: "a", isAway: false },
      { memberId: "b", isAway: false },
    ]);
    expect(view(of("me", { openId: "o1", handIds: ["o2"] })).cards.size).toBe(0);
  });

  it("takes a member for away only when all of their pages are", () => {
    expect(view(of("a", { isAway: true }), of("a")).here).toMatchObject([{ isAway: false }]);
    expect(view(of("a", { isAway: true }), of("a", { isAway: true })).here).toMatchObject([
      { isAway: true },
    ]);
  });

  it("tells by card who opened it, holds it, and is in which field", () => {
    const { cards } = view(
      of("b", { openId: "o1", field: "amount" }),
      of("a", { openId: "o1", field: "amount" }),
      of("c", { openId: "o1", handIds: ["o2", "o3"] }),
    );
    expect(cards.get("o1")).toEqual({
      openedBy: ["a", "b", "c"],
      heldBy: [],
      fields: { amount: ["a", "b"] },
    });
    expect(cards.get("o2")?.heldBy).toEqual(["c"]);
    expect(cards.get("o3")?.heldBy).toEqual(["c"]);
  });

  it("takes a field without an open card for nothing", () => {
    expect(view(of("a", { field: "amount" })).cards.size).toBe(0);
  });

  it("gives the same objects again for what did not change", () => {
    const one = of("a", { openId: "o1", field: "name" });
    const before = view(one, of("b", { openId: "o2" }));
    const after = presenceView(before, [of("b", { openId: "o3" }), one], "me");
    expect(after.here).toBe(before.here);
    expect(after.cards.get("o1")).toBe(before.cards.get("o1"));
    expect(after.cards.has("o2")).toBe(false);
    expect(after.cards.get("o3")?.openedBy).toEqual(["b"]);
  });
});
