import { expect, it } from "vitest";
import { isErrorCode } from "./error-codes";

it("knows its own codes only", () => {
  expect(isErrorCode("forbidden")).toBe(true);
  for (const other of ["", "toString", "FORBIDDEN", null, 3])
    expect(isErrorCode(other)).toBe(false);
});
