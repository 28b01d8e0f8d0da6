import { expect, test } from "vitest";
import { createRecent } from "./recent";

test("keeps the last keys that were set, and forgets the oldest", () => {
  const recent = createRecent<number>(2);
  recent.set("a", 1);
  recent.set("b", 2);
  recent.set("a", 3);
  recent.set("c", 4);
  expect(recent.get("a")).toBe(3);
  expect(recent.get("b")).toBeUndefined();
  expect(recent.get("c")).toBe(4);
});
