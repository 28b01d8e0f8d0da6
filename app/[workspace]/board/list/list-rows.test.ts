import { describe, expect, it } from "vitest";
import type { VisibleColumn } from "@/domain/board-visible";
import { groupsNearEnd, listRows, rowBeside } from "./list-rows";

const column = (key: string, ids: readonly string[], hasMore = false): VisibleColumn => ({
  key,
  ids,
  hasMore,
  count: ids.length,
  figures: {},
});
const columns = [column("a", ["1", "2"], true), column("b", []), column("c", ["3"])];
const keys = (collapsed: string[] = []) =>
  listRows(columns, new Set(collapsed)).map(({ key }) => key);

describe("listRows", () => {
  it("puts every group under its head, also an empty one", () => {
    expect(keys()).toEqual(["head a", "1", "2", "more a", "head b", "head c", "3"]);
  });

  it("leaves a collapsed group its head alone", () => {
    expect(keys(["a"])).toEqual(["head a", "head b", "head c", "3"]);
  });

  it("counts places within the group", () => {
    const places = listRows(columns, new Set()).map((row) => row.kind === "card" && row.place);
    expect(places).toEqual([false, 1, 2, false, false, false, 1]);
  });
});

describe("rowBeside", () => {
  const rows = listRows(columns, new Set());

  it("walks over heads and cards and passes what is still to be loaded", () => {
    expect(rowBeside(rows, "2", "ArrowDown")).toBe("head b");
    expect(rowBeside(rows, "head b", "ArrowUp")).toBe("2");
    expect(rowBeside(rows, "2", "Home")).toBe("head a");
    expect(rowBeside(rows, "2", "End")).toBe("3");
  });

  it("ends where the list ends, and leads nowhere from what is gone", () => {
    expect(rowBeside(rows, "3", "ArrowDown")).toBeNull();
    expect(rowBeside(rows, "head a", "ArrowUp")).toBeNull();
    expect(rowBeside(rows, "gone", "ArrowDown")).toBeNull();
    expect(rowBeside(rows, "2", "x")).toBeNull();
  });
});

describe("groupsNearEnd", () => {
  const ids = Array.from({ length: 100 }, (_, index) => String(index));

  it("asks for the next page shortly before its end comes into view", () => {
    const rows = listRows([column("a", ids, true)], new Set());
    expect(groupsNearEnd(rows, 0, 20)).toEqual([]);
    expect(groupsNearEnd(rows, 70, 90).map(({ key }) => key)).toEqual(["a"]);
  });

  it("asks for nothing of a group that is collapsed or complete", () => {
    const all = [column("a", ids, true), column("b", ["x"])];
    expect(groupsNearEnd(listRows(all, new Set(["a"])), 0, 20)).toEqual([]);
  });
});
