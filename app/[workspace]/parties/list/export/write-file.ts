import { byteOrderMark, type CsvDelimiter, writeCsv } from "@/domain/csv-write";
import type { PartyPage, PartyRow } from "../rows";

type Place = PartyPage["nextCursor"];

type FileOptions = {
  head: readonly string[];
  toCells: (row: PartyRow) => string[];
  delimiter: CsvDelimiter;
  /** The rows after a place; from the beginning with null. */
  fetchPage: (after: Place) => Promise<{ rows: readonly PartyRow[]; nextCursor: Place }>;
  onProgress: (count: number) => void;
  signal: AbortSignal;
};

/**
 * Reads page after page and makes a file of them: what was read is kept as pieces of text, so that
 * a million rows are no single string. Rejects when it is aborted.
 */
export async function writeFile(options: FileOptions): Promise<Blob> {
  const { head, toCells, delimiter, fetchPage, onProgress, signal } = options;
  const pieces = [byteOrderMark, writeCsv([head], delimiter)];
  let after: Place = null;
  let count = 0;
  do {
    const page = await fetchPage(after);
    signal.throwIfAborted();
    pieces.push(writeCsv(page.rows.map(toCells), delimiter));
    count += page.rows.length;
    onProgress(count);
    after = page.nextCursor;
  } while (after !== null);
  return new Blob(pieces, { type: "text/csv;charset=utf-8" });
}
