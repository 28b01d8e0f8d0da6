import { byteOrderMark, type CsvDelimiter, writeCsv } from "@/domain/csv-write";

export type FileOptions<Row, Place> = {
  head: readonly string[];
  toCells: (row: Row) => string[];
  delimiter: CsvDelimiter;
  /** The rows after a place; from the beginning with null. */
  fetchPage: (after: Place | null) => Promise<{ rows: readonly Row[]; nextCursor: Place | null }>;
  onProgress: (count: number) => void;
  signal: AbortSignal;
};

/**
 * Reads page after page and makes a file of them: what was read is kept as pieces of text, so that
 * a million rows are no single string. Rejects when it is aborted.
 */
export async function writeFile<Row, Place>(options: FileOptions<Row, Place>): Promise<Blob> {
  const { head, toCells, delimiter, fetchPage, onProgress, signal } = options;
  const pieces = [byteOrderMark, writeCsv([head], delimiter)];
  let after: Place | null = null;
  let count = 0;
  do {
    const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(after);
    signal.throwIfAborted();
    pieces.push(writeCsv(page.rows.map(toCells), delimiter));
    count += page.rows.length;
    onProgress(count);
    after = page.nextCursor;
  } while (after !== null);
  return new Blob(pieces, { type: "text/csv;charset=utf-8" });
}
