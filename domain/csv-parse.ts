import { type CsvDelimiter, detectDelimiter, takeSeparatorLine } from "./csv-delimiter";
import { readRecords } from "./csv-records";

export const maxCsvRows = 50_000;
export const maxCsvColumns = 100;

export type CsvParseError =
  | "file_empty"
  | "file_no_rows"
  | "file_too_many_rows"
  | "file_too_many_columns"
  | "file_quotes_broken";

/**
 * `row_ragged`: more cells than the header, or the pieces of a record that an unquoted line break
 * tore apart. `quote_malformed`: a quote that is not closed, or text behind a closing one.
 */
type CsvRowProblem = "row_ragged" | "quote_malformed";

/**
 * `rowNumber` counts from 1 as Excel does: the header and empty rows count, a quoted line break
 * and a "sep=" line do not. `cells` is as long as the header; `short` says that cells were missing
 * at the end of the row and are given as empty.
 */
export type CsvRow = {
  rowNumber: number;
  cells: string[];
  short: boolean;
  problem: CsvRowProblem | null;
};

/** `header` is unique: a second "Name" is "Name (2)", a nameless third column is "#3". */
export type ParsedCsv = { delimiter: CsvDelimiter; header: string[]; rows: CsvRow[] };

export type ParsedCsvResult = { ok: true; csv: ParsedCsv } | { ok: false; code: CsvParseError };

type RawRow = { rowNumber: number; cells: string[]; malformed: boolean };

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

/** The number of cells up to the last one that is filled. */
function filledWidth(cells: string[]): number {
  return cells.findLastIndex((cell) => !isBlank(cell)) + 1;
}

/** A longer header is a row of data or a mistake; the rest would only be in the way. */
const maxHeaderLength = 200;

function uniqueHeader(cells: string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.slice(0, maxHeaderLength).replace(/\s+/g, " ").trim() || `#${index + 1}`;
    let candidate = name;
    for (let count = 2; used.has(candidate); count += 1) candidate = `${name} (${count})`;
    used.add(candidate);
    return candidate;
  });
}

/**
 * Excel leaves out empty cells at the end of rows, sixteen rows at a time, so a short row is
 * usually whole. Two short rows in sequence that together make one (the torn cell is in both), or
 * a lone cell in a wide table, are what an unquoted line break leaves.
 */
function isTorn(row: RawRow, width: number, before?: RawRow, after?: RawRow): boolean {
  const length = row.cells.length;
  if (length === 1 && width > 2) return true;
  if (before?.cells.length === length && after?.cells.length === length) return false;
  return [before, after].some(
    (other) =>
      other !== undefined &&
      Math.abs(other.rowNumber - row.rowNumber) === 1 &&
      other.cells.length + length === width + 1,
  );
}

function shapeRow(row: RawRow, width: number, before?: RawRow, after?: RawRow): CsvRow {
  const { rowNumber, malformed } = row;
  const short = row.cells.length < width;
  const long = filledWidth(row.cells) > width;
  const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? "");
  let problem: CsvRowProblem | null = null;
  if (long || (short && isTorn(row, width, before, after))) problem = "row_ragged";
  if (malformed) problem = "quote_malformed";
  return { rowNumber, cells, short, problem };
}

/**
 * Reads text (see `decodeCsv`) as a table: the first row that is not empty is the header, empty
 * rows are left out, and a row that does not fit is kept with its problem. Never throws.
 */
export function parseCsv(text: string): ParsedCsvResult {
  const unified = text.replace(/^\ufeff+/, "").replace(/\r\n?/g, "\n");
  const { delimiter: declared, rest } = takeSeparatorLine(unified);
  const delimiter = declared ?? detectDelimiter(rest);

  const raw: RawRow[] = [];
  let recordNumber = 0;
  const read = readRecords(rest, delimiter, ({ cells, malformed }) => {
    recordNumber += 1;
    const filled = filledWidth(cells);
    // One cell more than the limit is enough to see that a row is too long.
    if (filled > 0) {
      raw.push({ rowNumber: recordNumber, cells: cells.slice(0, maxCsvColumns + 1), malformed });
    }
    return raw.length <= maxCsvRows + 1;
  });
  if (!read.ok) return read;

  const [first, ...body] = raw;
  if (!first) return { ok: false, code: "file_empty" };
  if (body.length === 0) return { ok: false, code: "file_no_rows" };
  if (body.length > maxCsvRows) return { ok: false, code: "file_too_many_rows" };

  // Columns without a name count only where a row has something in them.
  const named = filledWidth(first.cells);
  const declaredWidth = Math.max(named, first.cells.length);
  const used = body.reduce((most, row) => Math.max(most, filledWidth(row.cells)), named);
  const width = Math.min(declaredWidth, used);
  if (width > maxCsvColumns) return { ok: false, code: "file_too_many_columns" };

  const header = uniqueHeader(
    Array.from({ length: width }, (_, index) => first.cells[index] ?? ""),
  );
  const rows = body.map((row, index) => shapeRow(row, width, body[index - 1], body[index + 1]));
  return { ok: true, csv: { delimiter, header, rows } };
}
