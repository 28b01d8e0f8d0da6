import * as z from "zod/mini";
import { day, hasFields, id, line, mutationId, text, version } from "./input-fields";

const title = line(200);
const note = text(5000);

/** About a party, an opportunity, or both. Without `dueOn` any day will do. */
export const addTask = z
  .strictObject({
    id,
    mutationId,
    title,
    assigneeId: id,
    partyId: z.exactOptional(id),
    opportunityId: z.exactOptional(id),
    dueOn: z.exactOptional(z.nullable(day)),
    note: z.exactOptional(z.nullable(note)),
  })
  .check(
    z.refine((input) => input.partyId !== undefined || input.opportunityId !== undefined, {
      path: ["partyId"],
    }),
  );

export const listTasks = z.strictObject({ opportunityId: id });

const taskPatch = z
  .strictObject({
    title: z.exactOptional(title),
    note: z.exactOptional(z.nullable(note)),
    dueOn: z.exactOptional(z.nullable(day)),
    assigneeId: z.exactOptional(id),
    /** False opens it again. */
    isDone: z.exactOptional(z.boolean()),
  })
  .check(z.refine(hasFields));
export type TaskPatch = z.infer<typeof taskPatch>;

/** `version` is that of the task as the editor saw it. */
export const updateTask = z.strictObject({ id, version, patch: taskPatch, mutationId });

export const removeTask = z.strictObject({ id, mutationId });
