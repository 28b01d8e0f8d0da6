import { parseDecimal } from "./decimal-parse";
import { readCurrency } from "./import-currency";
import type { ImportField } from "./import-fields";
import { matchMember, matchStage, readOutcome } from "./import-match";
import type { ImportContext } from "./import-row";
import { matchKey } from "./import-text";
import { parseLocalDate } from "./local-date";

function isDate(text: string): boolean {
  const parsed = parseLocalDate(text);
  return parsed.ok || parsed.code === "date_ambiguous";
}

function isNumber(text: string): boolean {
  const parsed = parseDecimal(text, { decimalSeparator: "," });
  return parsed.ok && (parsed.marker === null || readCurrency(parsed.marker) !== null);
}

function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !isDate(text) && !isNumber(text) && !/^\S+@\S+$/.test(text);
}

/** Whether one cell could belong to the field; null for fields that hold any text. */
function fits(field: ImportField, text: string, context: ImportContext): boolean | null {
  switch (field) {
    case "amount":
      return isNumber(text) && !isDate(text);
    case "probability":
      return isNumber(text.replace(/ *%$/, "")) && text.length <= 8;
    case "currency":
      return readCurrency(text) !== null;
    case "expectedCloseOn":
    case "nextStepOn":
      return isDate(text);
    case "stage":
      return matchStage(text, context) !== null;
    case "outcome":
      return readOutcome(text) !== null;
    case "owner":
      return matchMember(text, context).length === 1;
    case "name":
    case "customer":
    case "contact":
    case "nextStep":
      return isWords(text);
    default:
      return null;
  }
}

/** Fields whose cells must have a form; without it only an exact header is kept, and only if none is better. */
const formed = new Set<ImportField>([
  "amount",
  "probability",
  "currency",
  "expectedCloseOn",
  "nextStepOn",
]);
const worded = new Set<ImportField>(["name", "customer", "contact", "nextStep"]);

/** The beginning of a cell tells its form; keeps a hostile cell cheap. */
const sniffedLength = 200;

/** The share from which contents alone, from a closed set of values, name a column without a header. */
const certainShare = 0.8;

/**
 * What the contents of a column add to or take from the score of its header (see `scoreHeader`):
 * a tie breaker, a veto where the form is wrong, and enough by itself for stages, members and
 * currencies that the workspace knows.
 */
export function scoreContents(
  field: ImportField,
  cells: readonly string[],
  headerScore: number,
  context: ImportContext,
): number {
  const filled = cells
    .map((cell) => cell.slice(0, sniffedLength).trim())
    .filter((cell) => cell !== "");
  if (filled.length === 0) return headerScore;
  const judged = filled.map((cell) => fits(field, cell, context));
  if (judged[0] === null) return headerScore;
  const share = judged.filter(Boolean).length / filled.length;

  if (field === "stage" || field === "owner" || field === "currency") {
    const outcomes = field === "stage" && filled.every((cell) => readOutcome(cell) !== null);
    const known = new Set(filled.map(matchKey)).size;
    if (headerScore === 0) return share >= certainShare && known > 0 && !outcomes ? 40 : 0;
    if (field !== "currency") return headerScore + (share >= 0.5 ? 15 : 0) - (outcomes ? 20 : 0);
  }
  if (headerScore === 0) return 0;
  if (field === "outcome") return share >= certainShare ? headerScore + 15 : 0;
  if (share >= certainShare) return headerScore + 10;
  if (formed.has(field) && share < 0.3) return headerScore - 60;
  if (worded.has(field) && share < 0.3) return headerScore - 40;
  return headerScore;
}
