import { expect, test } from "vitest";
import type { PartyTask } from "@/domain/task-answers";
import { dueSignal, inOrder } from "./task-order";

const task = (title: string, dueOn: string | null, doneAt: string | null = null): PartyTask => ({
  id: title,
  version: 1,
  title,
  note: null,
  dueOn,
  partyId: "party",
  assigneeId: "member",
  createdById: null,
  doneAt,
  opportunity: null,
});

test("what is due first comes first, what any day will do for last, and what is done after all", () => {
  const tasks = [
    task("done before", "2026-01-01", "2026-11-01T10:00:00Z"),
    task("any day", null),
    task("done last", null, "2026-11-02T10:00:00Z"),
    task("later", "2026-12-01"),
    task("sooner", "2026-02-01"),
  ];
  expect(inOrder(tasks).map(({ title }) => title)).toEqual([
    "sooner",
    "later",
    "any day",
    "done last",
    "done before",
  ]);
});

test("a task is in time until its day is over", () => {
  expect(dueSignal("2026-11-30", "2026-12-01")).toBe("overdue");
  expect(dueSignal("2026-12-01", "2026-12-01")).toBe("today");
  expect(dueSignal("2027-01-01", "2026-12-01")).toBe("later");
});
