import type { PartyTask } from "@/domain/task-answers";

/** As the database answers them: open ones, soonest due first, then what was done, newest first. */
export function inOrder(tasks: readonly PartyTask[]): PartyTask[] {
  return [...tasks].sort(
    (one, other) =>
      Number(one.doneAt !== null) - Number(other.doneAt !== null) ||
      (other.doneAt ?? "").localeCompare(one.doneAt ?? "") ||
      dueOf(one).localeCompare(dueOf(other)),
  );
}

/** Any day comes after every day. */
function dueOf({ dueOn }: PartyTask): string {
  return dueOn ?? "9999";
}

/** What its day says of an open task on the day `today`. */
export function dueSignal(dueOn: string, today: string): "overdue" | "today" | "later" {
  if (dueOn < today) return "overdue";
  return dueOn === today ? "today" : "later";
}
