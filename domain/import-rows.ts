import type { CsvRow, ParsedCsv } from "./csv-parse";
import { type ColumnHints, readColumns } from "./import-columns";
import type { ImportMapping } from "./import-fields";
import { type ImportProblem, type ImportWarning, shorten } from "./import-problems";
import { createRowReader } from "./import-read-row";
import type { ImportContext, ImportRow } from "./import-row";
import { matchKey } from "./import-text";

type BadImportRow = { row: number; problems: ImportProblem[] };

export type ValidatedRows = {
  good: ImportRow[];
  bad: BadImportRow[];
  warnings: ImportWarning[];
};

/** The cells of a row that cannot be trusted are not read: its place in the columns is unknown. */
function shapeProblem(row: CsvRow): ImportProblem | null {
  if (row.problem === null) return null;
  const value = shorten(row.cells.filter((cell) => cell !== "").join(" | "));
  return { field: "row", code: row.problem, value };
}

function warnOfDuplicates(rows: readonly ImportRow[], warnings: ImportWarning[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = [matchKey(row.name), matchKey(row.customerName), row.amount, row.currency].join(
      "|",
    );
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row.rowNumber);
      continue;
    }
    const value = String(first);
    warnings.push({ row: row.rowNumber, field: "row", code: "row_duplicate", value });
  }
}

/**
 * Reads every row of a file as an opportunity, or says all that is wrong with it. Good rows satisfy
 * `importRow`; rows keep the order of the file; nothing is left out in silence.
 *
 * Defaults: no name, that of the customer; no customer, the contact as a person; no stage, the
 * first open one; no owner, the importer; no currency, that beside the amount, in the header of the
 * amounts, or of the workspace. A source that is no lead source is kept as a line of the note.
 */
export function validateRows(
  csv: ParsedCsv,
  mapping: ImportMapping,
  context: ImportContext,
): ValidatedRows {
  const hints: ColumnHints = readColumns(csv, mapping, context);
  const readRow = createRowReader(csv.header, mapping, context, hints);
  const good: ImportRow[] = [];
  const bad: BadImportRow[] = [];
  const warnings: ImportWarning[] = [...hints.warnings];

  for (const row of csv.rows) {
    const misshapen = shapeProblem(row);
    if (misshapen) {
      bad.push({ row: row.rowNumber, problems: [misshapen] });
      continue;
    }
    const reading = readRow(row);
    if (!reading.ok) {
      bad.push({ row: row.rowNumber, problems: reading.problems });
      continue;
    }
    good.push(reading.row);
    warnings.push(...reading.warnings);
    if (row.short) {
      warnings.push({ row: row.rowNumber, field: "row", code: "row_short", value: "" });
    }
  }
  warnOfDuplicates(good, warnings);
  return { good, bad, warnings };
}
