import { describe, expect, it } from "vitest";
import { type BoardFilter, noFilter } from "@/domain/board-filter";
import { filterOf, parametersOf, rereadBoard, type SavedView, viewOf } from "./saved-view";

const view = (id: string, parameters: string): SavedView => ({
  id,
  kind: "board",
  ownerId: "max",
  name: id,
  isShared: false,
  parameters,
  version: 1,
});
const shows = (filter: BoardFilter) => ({ parameters: parametersOf(filter), reread: rereadBoard });
const mine = { ...noFilter, owners: ["me"], text: "Dach & Fach" };

describe("a saved view", () => {
  it("says and reads back a filter", () => {
    expect(filterOf({ parameters: parametersOf(mine) })).toEqual(mine);
    expect(filterOf({ parameters: "" })).toEqual(noFilter);
  });

  it("is the current one when it shows the same, however it says it", () => {
    const views = [view("all", ""), view("mine", "q=Dach+%26+Fach&owner=me&former=1")];
    expect(viewOf(views, shows(mine), null)?.id).toBe("mine");
    expect(viewOf(views, shows(noFilter), null)?.id).toBe("all");
    expect(viewOf(views, shows({ ...mine, text: "" }), null)).toBeUndefined();
  });

  it("is the one that was chosen when several show the same", () => {
    const views = [view("first", "group=owner"), view("second", "group=owner")];
    const byOwner = { ...noFilter, group: "owner" as const };
    expect(viewOf(views, shows(byOwner), "second")?.id).toBe("second");
    expect(viewOf(views, shows(byOwner), "gone")?.id).toBe("first");
  });
});
