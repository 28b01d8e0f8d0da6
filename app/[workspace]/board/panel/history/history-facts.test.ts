import { describe, expect, it } from "vitest";
import { isWorthTelling, stayBefore, stayInWords } from "./history-facts";

describe("isWorthTelling", () => {
  it("passes over a new place within a column", () => {
    expect(isWorthTelling({ op: "update", changes: { rank: ["a0", "a1"] } })).toBe(false);
    expect(
      isWorthTelling({ op: "update", changes: { rank: ["a", "b"], stageId: ["x", "y"] } }),
    ).toBe(true);
    expect(isWorthTelling({ op: "insert", changes: {} })).toBe(true);
  });
});

describe("stayBefore", () => {
  const stays = [
    { stageId: "a", enteredAt: "2026-03-01T10:00:00Z", leftAt: "2026-03-04T10:00:00+00:00" },
    { stageId: "a", enteredAt: "2026-03-05T10:00:00Z", leftAt: null },
  ];

  it("finds the stay that ended at that moment, however it is written", () => {
    expect(stayBefore(stays, "a", "2026-03-04T11:00:00+01:00")).toBe(3 * 86_400_000);
    expect(stayBefore(stays, "a", "2026-03-06T10:00:00Z")).toBeNull();
    expect(stayBefore(stays, "b", "2026-03-04T10:00:00Z")).toBeNull();
  });
});

describe("stayInWords", () => {
  it("takes the largest unit that fits", () => {
    expect(stayInWords(3.9 * 86_400_000)).toEqual({ amount: 3, unit: "day" });
    expect(stayInWords(5 * 3_600_000)).toEqual({ amount: 5, unit: "hour" });
    expect(stayInWords(10)).toEqual({ amount: 1, unit: "minute" });
  });
});
