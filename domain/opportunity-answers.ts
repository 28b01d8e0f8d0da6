import { z } from "zod";
import { cardSchema } from "./board-card";
import { canonicalDecimal } from "./decimal";
import { camelCase } from "./letter-case";

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The value of one column in a conflict or a history; an amount is a decimal string. */
export type FieldValue = z.infer<typeof fieldValue>;

/** Inside of jsonb, Postgres writes numerics as numbers. */
function readValue(field: string, value: FieldValue): FieldValue {
  if (field !== "amount" || value === null || typeof value === "boolean") return value;
  return canonicalDecimal(String(value));
}

/** What someone else changed meanwhile: a field as the editor saw it, wrote it, and finds it. */
export type FieldConflict = { base: FieldValue; yours: FieldValue; theirs: FieldValue };

const conflicts = z
  .record(z.string(), z.object({ base: fieldValue, yours: fieldValue, theirs: fieldValue }))
  .transform((fields): Record<string, FieldConflict> => {
    const read: Record<string, FieldConflict> = {};
    for (const [column, { base, yours, theirs }] of Object.entries(fields)) {
      const name = camelCase(column);
      read[name] = {
        base: readValue(name, base),
        yours: readValue(name, yours),
        theirs: readValue(name, theirs),
      };
    }
    return read;
  });

const saveAnswer = z.discriminatedUnion("status", [
  // No card: the edit hid the opportunity from its editor, by giving it away for instance.
  z.object({ status: z.literal("saved"), card: z.nullable(cardSchema) }),
  z.object({
    status: z.literal("conflict"),
    version: z.number(),
    fields: conflicts,
    card: z.nullable(cardSchema),
  }),
]);

/** `update_opportunity`: saved, or nothing written because of the named fields. */
export type SaveAnswer = z.infer<typeof saveAnswer>;

/** `create_opportunity` and `move_opportunity`: null when the caller may not see the card. */
const writtenCard = z.nullable(cardSchema).transform((card) => ({ card }));

/** `move_opportunities`: those that are still in sight. */
const writtenCards = z.array(cardSchema).transform((cards) => ({ cards }));

const changedFields = z
  .record(z.string(), z.tuple([fieldValue, fieldValue]))
  .transform((fields): Record<string, [before: FieldValue, after: FieldValue]> => {
    const read: Record<string, [FieldValue, FieldValue]> = {};
    for (const [column, [before, after]] of Object.entries(fields)) {
      const name = camelCase(column);
      read[name] = [readValue(name, before), readValue(name, after)];
    }
    return read;
  });

/** For each field that changed: before and after. */
export type ChangedFields = z.infer<typeof changedFields>;

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
