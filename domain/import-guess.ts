import { type ImportField, type ImportMapping, importFields } from "./import-fields";
import { scoreHeader } from "./import-header";
import type { ImportContext } from "./import-row";
import { scoreContents } from "./import-sniff";

/** Below this a guess is more often wrong than right, and an empty field is kinder. */
const minScore = 30;
const sampleSize = 50;

/** A mapping of nothing, to be filled. */
export function emptyMapping(): ImportMapping {
  return {
    name: null,
    customer: null,
    contact: null,
    owner: null,
    amount: null,
    currency: null,
    stage: null,
    outcome: null,
    probability: null,
    expectedCloseOn: null,
    nextStep: null,
    nextStepOn: null,
    source: null,
    note: null,
  };
}

/**
 * Guesses which column is which field, from the headers and a sample of the rows below them. The
 * best pairs are taken first; every column and every field is used once at most.
 */
export function guessMapping(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
  context: ImportContext,
): ImportMapping {
  const sample = sampleRows.slice(0, sampleSize);
  const pairs: { field: ImportField; column: number; score: number }[] = [];
  for (const [column, label] of header.entries()) {
    const cells = sample.map((row) => row[column] ?? "");
    for (const field of importFields) {
      const score = scoreContents(field, cells, scoreHeader(label, field), context);
      if (score >= minScore) pairs.push({ field, column, score });
    }
  }
  // The sort is stable: equal scores keep the order of columns, then of fields.
  pairs.sort((a, b) => b.score - a.score);

  const mapping = emptyMapping();
  const taken = new Set<number>();
  for (const { field, column } of pairs) {
    if (mapping[field] !== null || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** The fields without which no row can be imported: a customer, or a contact to stand for it. */
export function missingFields(mapping: ImportMapping): ImportField[] {
  return mapping.customer === null && mapping.contact === null ? ["customer"] : [];
}
