import { expect, test } from "vitest";
import { arrange, asUsual, shifted, writeArrangement } from "./arrangement";
import { readArrangement } from "./read-arrangement";

const columns = ["a", "b", "c", "d"].map((key) => ({ key }));
const keysOf = (order: string[]) => arrange(columns, order).map(({ key }) => key);

test("columns stand in a person's order, and new ones beside their usual neighbour", () => {
  expect(keysOf([])).toEqual(["a", "b", "c", "d"]);
  expect(keysOf(["d", "c", "b", "a"])).toEqual(["d", "c", "b", "a"]);
  expect(keysOf(["c", "a"])).toEqual(["c", "d", "a", "b"]);
  expect(keysOf(["b"])).toEqual(["a", "b", "c", "d"]);
  expect(keysOf(["b", "b", "a", "b"])).toEqual(["b", "c", "d", "a"]);
  expect(keysOf(["gone", "b", "a"])).toEqual(["b", "c", "d", "a"]);
});

test("a column goes one step and not over the edge", () => {
  expect(shifted(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(shifted(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(shifted(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
});

test("a cookie is read back, and what is none is as usual", () => {
  const mine = { density: "compact", folded: ["a"], order: ["b", "a"] } as const;
  expect(readArrangement(writeArrangement(mine))).toEqual(mine);
  for (const text of [undefined, "", "{", "[]", '{"density":"huge"}']) {
    expect(readArrangement(text)).toEqual(asUsual);
  }
});
