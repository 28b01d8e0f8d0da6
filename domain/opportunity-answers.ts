import { z } from "zod";
import { cardSchema } from "./board-card";
import { changedFields, fieldConflicts } from "./field-conflict";

const saveAnswer = z.discriminatedUnion("status", [
  // No card: the edit hid the opportunity from its editor, by giving it away for instance.
  z.object({ status: z.literal("saved"), card: z.nullable(cardSchema) }),
  z.object({
    status: z.literal("conflict"),
    version: z.number(),
    fields: fieldConflicts,
    card: z.nullable(cardSchema),
  }),
]);

/** `update_opportunity`: saved, or nothing written because of the named fields. */
export type SaveAnswer = z.infer<typeof saveAnswer>;

/** `create_opportunity` and `move_opportunity`: null when the caller may not see the card. */
const writtenCard = z.nullable(cardSchema).transform((card) => ({ card }));

/** `move_opportunities`: those that are still in sight. */
const writtenCards = z.array(cardSchema).transform((cards) => ({ cards }));

function reader<T>(schema: z.ZodType<T>): (input: unknown) => T | null {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : null;
  };
}

/** Each is null when malformed. */
export const parseSaveAnswer = reader(saveAnswer);
export const parseWrittenCard = reader(writtenCard);
export const parseWrittenCards = reader(writtenCards);
export const parseChangedFields = reader(changedFields);
