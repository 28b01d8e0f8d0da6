import { expect, test } from "vitest";
import { columnKeys, readColumns, usualColumns, writeColumns } from "./columns";

test("columns are kept as they were chosen, none among them", () => {
  expect(readColumns(undefined)).toEqual(usualColumns);
  expect(readColumns(writeColumns([]))).toEqual([]);
  expect(readColumns(writeColumns(["changed", "roles"]))).toEqual(["roles", "changed"]);
  expect(readColumns("beauty.email.__proto__")).toEqual(["email"]);
  expect(readColumns(writeColumns(columnKeys))).toEqual(columnKeys);
});
