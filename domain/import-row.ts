import { z } from "zod";
import { isCurrencyCode } from "./import-currency";
import { importChunkSize, importLimits } from "./import-limits";
import { cleanLine, cleanText } from "./import-text";
import { leadSourceCodes } from "./lead-source";
import { maxYear, minYear } from "./local-date";

export type StageKind = "open" | "won" | "lost";

export type ImportStage = { id: string; name: string; kind: StageKind };

/**
 * What the rows are checked against. `stages` stand in the order of the pipeline. `currency` is
 * that of the workspace, `today` the ISO day of the importer. `aliases` are the assignments that
 * the user made for stages and owners the workspace does not know: from `matchKey` of the text to
 * the id of the stage or member.
 */
export type ImportContext = {
  stages: readonly ImportStage[];
  members: readonly { id: string; name: string; email: string }[];
  currency: string;
  today: string;
  aliases?: {
    stages?: Readonly<Record<string, string>>;
    owners?: Readonly<Record<string, string>>;
  };
};

/** Cleaning never lengthens text that is clean already; the first bound keeps it cheap. */
const line = (max: number) => z.string().max(max).overwrite(cleanLine).min(1).max(max);

const day = z.iso.date().refine((value) => {
  const year = Number(value.slice(0, 4));
  return year >= minYear && year <= maxYear;
});

/**
 * One opportunity to import, as it goes to the server. `rowNumber` is that of the file, as Excel
 * counts. `amount` is a canonical decimal, never negative, with four decimals at most. Without
 * `ownerId` the importer owns it; with `contactName` the contact is a person at the customer.
 */
export const importRow = z.strictObject({
  rowNumber: z.int().min(1),
  name: line(importLimits.name),
  customerName: line(importLimits.name),
  customerKind: z.enum(["person", "organization"]),
  contactName: line(importLimits.name).optional(),
  ownerId: z.guid().optional(),
  stageId: z.guid(),
  amount: z
    .string()
    .regex(/^(0|[1-9]\d{0,14})(\.\d{0,3}[1-9])?$/)
    .nullable(),
  currency: z.string().refine(isCurrencyCode),
  probability: z.int().min(0).max(100).nullable(),
  expectedCloseOn: day.nullable(),
  nextStep: line(importLimits.nextStep).nullable(),
  nextStepOn: day.nullable(),
  source: z.enum(leadSourceCodes).nullable(),
  note: z
    .string()
    .max(importLimits.note)
    .overwrite(cleanText)
    .min(1)
    .max(importLimits.note)
    .nullable(),
});

export type ImportRow = z.infer<typeof importRow>;

/** One request of an import: rows in the order of the file. */
export const importChunk = z.array(importRow).min(1).max(importChunkSize);
