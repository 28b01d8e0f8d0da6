import { expect, it } from "vitest";
import { camelCase, snakeCase, snakeKeys } from "./letter-case";

it("speaks both spellings of a column", () => {
  for (const [camel, snake] of [
    ["nextStepOn", "next_step_on"],
    ["name", "name"],
    ["expectedCloseOn", "expected_close_on"],
  ] as const) {
    expect(snakeCase(camel)).toBe(snake);
    expect(camelCase(snake)).toBe(camel);
  }
  expect(snakeKeys({ ownerId: null, amount: "1" })).toEqual({ owner_id: null, amount: "1" });
});
