import Papa from "papaparse";
import type { CsvDelimiter } from "./csv-delimiter";

/** One record of the file as it stands there; `malformed` when its quotes do not close properly. */
export type CsvRecord = { cells: string[]; malformed: boolean };

/** More of them is no CSV; bounds the work, since reading starts again after each. */
const maxMalformed = 100;
/** Empty records count in the numbering but are otherwise free; this bounds a file of newlines. */
const maxRecords = 1_000_000;
/**
 * The file is read in pieces of this length, so that a quote that never closes costs one piece and
 * not the rest of the file. A record as long as that (a cell of Excel holds 32,767 characters) is
 * taken for such a quote.
 */
const windowLength = 512 * 1024;

export type ReadRecordsResult =
  | { ok: true }
  | { ok: false; code: "file_too_many_rows" | "file_quotes_broken" };

/** Excel and other programs write ="0123" to keep a number from being taken for one. */
function unwrapFormulaText(cell: string): string {
  return cell.startsWith('="') && cell.endsWith('"') && cell.length > 2 ? cell.slice(2, -1) : cell;
}

/** `next` is the offset of the first record that was not read; `malformed` says why it was not. */
type ReadWindow = { next: number; records: number; malformed: boolean; stopped: boolean };

function readWindow(
  text: string,
  start: number,
  delimiter: CsvDelimiter,
  take: (record: CsvRecord) => boolean,
): ReadWindow {
  const piece = text.slice(start, start + windowLength);
  const isCut = start + piece.length < text.length;
  const window: ReadWindow = { next: start, records: 0, malformed: false, stopped: false };
  Papa.parse<string[]>(piece, {
    delimiter,
    newline: "\n",
    fastMode: false,
    step: ({ data, errors, meta }, parser) => {
      // The last record of a piece goes on in the next one, unless it fills the whole piece.
      if (isCut && meta.cursor === piece.length) {
        window.malformed = window.next === start;
        return parser.abort();
      }
      if (errors.some((error) => error.type === "Quotes")) {
        window.malformed = true;
        return parser.abort();
      }
      window.records += 1;
      window.next = start + meta.cursor;
      window.stopped = !take({ cells: data.map(unwrapFormulaText), malformed: false });
      if (window.stopped) parser.abort();
    },
  });
  return window;
}

/**
 * Hands every record to `take`, empty ones too, so that the caller can count as Excel does;
 * `take` returns false to stop. The text has "\n" as its only line break.
 *
 * A stray quote would swallow all records up to the next one. Therefore a malformed record is
 * given up at the end of its first line, and reading starts again on the next line.
 */
export function readRecords(
  text: string,
  delimiter: CsvDelimiter,
  take: (record: CsvRecord) => boolean,
): ReadRecordsResult {
  let start = 0;
  let records = 0;
  let malformed = 0;

  while (start < text.length) {
    // papaparse drops a byte order mark (of a file glued to another) and would count without it.
    if (text[start] === "\ufeff") start += 1;
    const window = readWindow(text, start, delimiter, take);
    records += window.records;
    if (window.stopped) break;
    if (records > maxRecords) return { ok: false, code: "file_too_many_rows" };
    start = window.next;
    if (!window.malformed) continue;

    malformed += 1;
    if (malformed > maxMalformed) return { ok: false, code: "file_quotes_broken" };
    const newline = text.indexOf("\n", start);
    const lineEnd = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(lineEnd, start + windowLength));
    if (!take({ cells: line.split(delimiter), malformed: true })) break;
    start = lineEnd + 1;
  }
  return { ok: true };
}
