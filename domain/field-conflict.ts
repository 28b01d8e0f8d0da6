import { z } from "zod";
import { canonicalDecimal } from "./decimal";
import { camelCase } from "./letter-case";

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The value of one column in a conflict or a history; an amount is a decimal string. */
export type FieldValue = z.infer<typeof fieldValue>;

/** What someone else changed meanwhile: a field as the editor saw it, wrote it, and finds it. */
export type FieldConflict = { base: FieldValue; yours: FieldValue; theirs: FieldValue };

const money: ReadonlySet<string> = new Set(["amount", "revenue"]);

/** Inside of jsonb, Postgres writes numerics as numbers. */
function readValue(field: string, value: FieldValue): FieldValue {
  if (!money.has(field) || value === null || typeof value === "boolean") return value;
  return canonicalDecimal(String(value));
}

/** Conflicts by field, as `private.clashes` tells them by column. */
export const fieldConflicts = z
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

/** Changes by field, as `private.diff` writes them by column. */
export const changedFields = z
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
