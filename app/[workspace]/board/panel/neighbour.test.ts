import { expect, it } from "vitest";
import { neighbourOf } from "./neighbour";

const columns = [["a", "b", "c"], ["d"]].map((ids, at) => ({
  key: `stage ${at}`,
  ids,
  hasMore: false,
  count: ids.length,
  figures: {},
}));

it("goes down and up within the column", () => {
  expect(neighbourOf({ columns }, "b", 1)).toBe("c");
  expect(neighbourOf({ columns }, "b", -1)).toBe("a");
});

it("stays at the ends, and where the card is not loaded", () => {
  expect(neighbourOf({ columns }, "c", 1)).toBeNull();
  expect(neighbourOf({ columns }, "a", -1)).toBeNull();
  expect(neighbourOf({ columns }, "d", 1)).toBeNull();
  expect(neighbourOf({ columns }, "elsewhere", 1)).toBeNull();
});
