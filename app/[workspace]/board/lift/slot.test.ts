import { describe, expect, it } from "vitest";
import { indexAt, neighboursOf, scrollSpeed, slotBeside, without } from "./slot";

describe("without", () => {
  it("takes the lifted card out and keeps other columns as they are", () => {
    const ids = ["a", "b", "c"];
    expect(without(ids, "b")).toEqual(["a", "c"]);
    expect(without(ids, "x")).toBe(ids);
    expect(without(ids, null)).toBe(ids);
  });
});

describe("neighboursOf", () => {
  it("names the card above and the card below", () => {
    expect(neighboursOf(["a", "b"], 0)).toEqual({ afterId: null, beforeId: "a" });
    expect(neighboursOf(["a", "b"], 1)).toEqual({ afterId: "a", beforeId: "b" });
    expect(neighboursOf(["a", "b"], 2)).toEqual({ afterId: "b", beforeId: null });
    expect(neighboursOf([], 0)).toEqual({ afterId: null, beforeId: null });
  });
});

describe("indexAt", () => {
  it("takes the place of the card that is covered by more than half", () => {
    expect(indexAt(49, 100, 3)).toBe(0);
    expect(indexAt(51, 100, 3)).toBe(1);
    expect(indexAt(-900, 100, 3)).toBe(0);
    expect(indexAt(900, 100, 3)).toBe(3);
  });
});

describe("scrollSpeed", () => {
  it("is nought in the middle and grows towards both edges", () => {
    expect(scrollSpeed(500, 0, 1000)).toBe(0);
    expect(scrollSpeed(10, 0, 1000)).toBeLessThan(scrollSpeed(40, 0, 1000));
    expect(scrollSpeed(990, 0, 1000)).toBeGreaterThan(scrollSpeed(960, 0, 1000));
    expect(scrollSpeed(-50, 0, 1000)).toBe(-1100);
    expect(scrollSpeed(1050, 0, 1000)).toBe(1100);
  });
});

describe("slotBeside", () => {
  const columns = [
    { key: "first", ids: ["a", "b", "c"] },
    { key: "second", ids: [] },
  ];

  it("moves within a column up to its end", () => {
    expect(slotBeside({ column: "first", index: 3 }, "ArrowDown", columns).index).toBe(3);
    expect(slotBeside({ column: "first", index: 1 }, "ArrowUp", columns).index).toBe(0);
  });

  it("moves to the neighbouring column and stays at the board's edge", () => {
    expect(slotBeside({ column: "first", index: 2 }, "ArrowRight", columns)).toEqual({
      column: "second",
      index: 0,
    });
    const last = { column: "second", index: 0 };
    expect(slotBeside(last, "ArrowRight", columns)).toEqual(last);
  });
});
