import { expect, test } from "vitest";
import { dayAfter, dayBefore } from "./last-day";

test("the last day of a period is the one before its end, over months, years and leap days", () => {
  for (const [day, next] of [
    ["2026-03-31", "2026-04-01"],
    ["2026-12-31", "2027-01-01"],
    ["2028-02-28", "2028-02-29"],
    ["1900-02-28", "1900-03-01"],
  ] as const) {
    expect(dayAfter(day)).toBe(next);
    expect(dayBefore(next)).toBe(day);
  }
});
