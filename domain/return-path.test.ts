import { expect, it } from "vitest";
import { readReturnPath } from "./return-path";

const origin = "https://spur.example";

it.each([
  ["/muster/board?o=1#top", "/muster/board?o=1#top"],
  ["https://spur.example/welcome", "/welcome"],
  ["board", "/board"],
  ["", null],
  [null, null],
  ["https://elsewhere.example/board", null],
  ["//elsewhere.example", null],
  ["/\\elsewhere.example", null],
  ["\\\\elsewhere.example", null],
  ["/\t/elsewhere.example", null],
  ["/.//elsewhere.example", null],
  // A path of our own, odd as it looks.
  ["https:elsewhere.example", "/elsewhere.example"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["https://spur.example@elsewhere.example", null],
  ["https://max@spur.example/board", null],
  ["http://spur.example/board", null],
  ["https://", null],
])("%j leads to %j", (next, path) => {
  expect(readReturnPath(next, origin)).toBe(path);
});

it("refuses what is too long for an address", () => {
  expect(readReturnPath(`/${"x".repeat(2000)}`, origin)).toBeNull();
});
