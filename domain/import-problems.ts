import type { ImportField } from "./import-fields";

/** Why a row is not imported; the interface has a sentence for each in both languages. */
export const importProblemCodes = [
  "row_ragged",
  "quote_malformed",
  "cell_unreadable",
  "name_missing",
  "name_too_long",
  "customer_missing",
  "customer_too_long",
  "contact_too_long",
  "owner_unknown",
  "owner_ambiguous",
  "amount_invalid",
  "amount_negative",
  "amount_too_large",
  "currency_unknown",
  "currency_conflict",
  "stage_unknown",
  "outcome_unknown",
  "probability_invalid",
  "date_invalid",
  "date_out_of_range",
  "next_step_too_long",
  "note_too_long",
] as const;

export type ImportProblemCode = (typeof importProblemCodes)[number];

/** `value` is what the cell says, shortened; "" where there is none. */
export type ImportProblem = { field: ImportField | "row"; code: ImportProblemCode; value: string };

/**
 * What is imported but worth a look. `row_duplicate`: same name, customer and amount as an earlier
 * row (`value` is its number). `…_guessed`: a cell had two readings and no other cell of the column
 * decided. `amount_in_thousands`: the header speaks of thousands; the numbers are taken as they are.
 */
const importWarningCodes = [
  "row_short",
  "row_duplicate",
  "amount_rounded",
  "amount_reading_guessed",
  "amount_in_thousands",
  "date_order_guessed",
  "probability_rounded",
  "close_in_past",
  "source_kept_in_note",
] as const;

export type ImportWarningCode = (typeof importWarningCodes)[number];

/** `row` is null when the whole column is meant. */
export type ImportWarning = {
  row: number | null;
  field: ImportField | "row";
  code: ImportWarningCode;
  value: string;
};

const shownLength = 120;

/** Enough of a cell to recognise it. */
export function shorten(value: string): string {
  const characters = Array.from(value.slice(0, shownLength * 2));
  return characters.length <= shownLength && value.length <= shownLength * 2
    ? value
    : `${characters.slice(0, shownLength - 1).join("")}…`;
}
