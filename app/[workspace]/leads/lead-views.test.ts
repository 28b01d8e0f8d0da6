import { expect, test } from "vitest";
import { isInView, leadViews, readView } from "./lead-views";

const viewsOf = (queue: "unassigned" | "assigned" | "closed", ownerId: string | null) =>
  leadViews.filter((view) => isInView({ queue, ownerId }, view, "me"));

test("a lead stands in the views it belongs to, and in no others", () => {
  expect(viewsOf("unassigned", null)).toEqual(["unassigned", "open"]);
  expect(viewsOf("assigned", "me")).toEqual(["mine", "open"]);
  expect(viewsOf("assigned", "somebody")).toEqual(["open"]);
  expect(viewsOf("closed", "me")).toEqual(["closed"]);
});

test("an address that names no view shows what waits to be taken", () => {
  expect(readView("closed")).toBe("closed");
  expect(readView("everything")).toBe("unassigned");
  expect(readView(null)).toBe("unassigned");
});
