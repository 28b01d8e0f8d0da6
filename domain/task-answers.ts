import { z } from "zod";
import { fieldConflicts } from "./field-conflict";

const text = z.string().nullable();

/** A task as `private.task_fields` tells it. */
export const partyTask = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  note: text,
  /** A day; null when any will do. */
  dueOn: text,
  /** Null where it is about the opportunity alone. */
  partyId: text,
  assigneeId: z.string(),
  createdById: text,
  /** A moment; null while it is open. */
  doneAt: text,
  /** Null where it is about the party alone. */
  opportunity: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type PartyTask = z.infer<typeof partyTask>;

/** `opportunity_tasks`: in their order, and the members who may see them. */
const opportunityTasks = z.object({ readerIds: z.array(z.string()), tasks: z.array(partyTask) });

/** Null when malformed. */
export function parseOpportunityTasks(input: unknown): z.infer<typeof opportunityTasks> | null {
  return opportunityTasks.safeParse(input).data ?? null;
}

/** `update_task`: saved, or nothing written because of the named fields. */
const savedTask = z.discriminatedUnion("status", [
  z.object({ status: z.literal("saved"), task: partyTask }),
  z.object({ status: z.literal("conflict"), task: partyTask, fields: fieldConflicts }),
]);

/** Null when malformed. */
export function parseSavedTask(input: unknown): z.infer<typeof savedTask> | null {
  const parsed = savedTask.safeParse(input);
  return parsed.success ? parsed.data : null;
}
