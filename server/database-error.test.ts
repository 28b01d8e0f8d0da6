import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isErrorCode } from "@/domain/error-codes";
import { codeOfDatabaseError } from "./database-error";

it("knows everything that our SQL raises by name", () => {
  const folder = new URL("../supabase/schemas/", import.meta.url);
  const sql = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
  const raised = [...sql.join("\n").matchAll(/raise exception '([^']*)'/g)].map(([, name]) => name);
  expect(raised.length).toBeGreaterThan(10);
  expect(raised.filter((name) => !isErrorCode(name))).toEqual([]);
});

it.each([
  ["P0001", "last_admin", 400, "last_admin"],
  ["P0001", "something else", 400, "internal"],
  ["42501", "permission denied", 403, "forbidden"],
  ["22008", "date out of range", 400, "invalid_input"],
  ["23P01", "conflicting key value", 409, "period_overlaps"],
  [
    "22000",
    "range lower bound must be less than or equal to range upper bound",
    400,
    "period_reversed",
  ],
  ["23514", 'violates check constraint "party_roles_period_not_empty"', 400, "period_reversed"],
  ["22P05", "null character", 400, "invalid_input"],
  ["40P01", "deadlock", 500, "busy"],
  ["57014", "statement timeout", 500, "too_slow"],
  ["PGRST102", "Empty or invalid json", 400, "invalid_input"],
  ["PGRST303", "JWT expired", 401, "session_expired"],
  ["PGRST002", "no schema cache", 503, "backend_unreachable"],
  ["", "TypeError: fetch failed", 0, "backend_unreachable"],
  ["", "TimeoutError: aborted", 0, "too_slow"],
  ["", "<html>Bad gateway</html>", 502, "backend_unreachable"],
  ["", "too large", 413, "too_large"],
  ["", "slow down", 429, "too_many_requests"],
  ["42P01", "no such table", 404, "internal"],
  ["XX000", "internal error", 500, "internal"],
])("%s %j with status %i is %s", (code, message, status, told) => {
  expect(codeOfDatabaseError({ code, message }, status)).toBe(told);
});
