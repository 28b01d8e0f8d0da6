import { describe, expect, it } from "vitest";
import type { VisibleColumn } from "@/domain/board-visible";
import { groupsNearEnd, type ListRows, listRows, rowBeside } from "./list-rows";

const column = (key: string, ids: readonly string[], hasMore = false): VisibleColumn => ({
  key,
  ids,
  hasMore,
  count: ids.length,
  figures: {},
});
const columns = [column("a", ["1", "2"], true), column("b", []), column("c", ["3"])];
const all = (rows: ListRows) => Array.from({ length: rows.count }, (_, index) => rows.at(index));
const keys = (collapsed: string[] = []) =>
  all(listRows(columns, new Set(collapsed))).map((row) => row?.key);

describe("listRows", () => {
  it("puts every group under its head, also an empty one", () => {
    expect(keys()).toEqual(["head a", "1", "2", "more a", "head b", "head c", "3"]);
  });

  it("leaves a collapsed group its head alone", () => {
    expect(keys(["a"])).toEqual(["head a", "head b", "head c", "3"]);
  });

  it("counts places within the group", () => {
    const places = all(listRows(columns, new Set())).map(
      (row) => row?.kind === "card" && row.place,
    );
    expect(places).toEqual([false, 1, 2, false, false, false, 1]);
  });

  it("finds every row by its key, and none that is collapsed or gone", () => {
    const rows = listRows(columns, new Set(["c"]));
    expect(["head a", "2", "head b", "head c"].map(rows.indexOf)).toEqual([0, 2, 4, 5]);
    expect(["3", "gone"].map(rows.indexOf)).toEqual([-1, -1]);
  });

  it("knows the head above a row", () => {
    const rows = listRows(columns, new Set());
    expect([0, 3, 4, 6].map(rows.headOf)).toEqual([0, 0, 4, 5]);
    expect([-1, 7].map(rows.headOf)).toEqual([-1, -1]);
    expect(rows.at(7)).toBeUndefined();
  });

  it("looks at no card that nobody asks for", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => String(index));
    let read = 0;
    const ids = new Proxy(many, {
      get(target, property) {
        if (property !== "length") read += 1;
        return Reflect.get(target, property);
      },
    });
    const rows = listRows([{ ...column("a", []), ids }], new Set());
    expect(rows.at(9_000)?.key).toBe("8999");
    expect(rows.count).toBe(10_001);
    expect(read).toBe(1);
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
    const both = [column("a", ids, true), column("b", ["x"])];
    expect(groupsNearEnd(listRows(both, new Set(["a"])), 0, 20)).toEqual([]);
  });
});
