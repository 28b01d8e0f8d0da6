import Papa from "papaparse";

const csvDelimiters = [";", ",", "\t", "|"] as const;

export type CsvDelimiter = (typeof csvDelimiters)[number];

/** Enough for some hundred rows; bounds the work on a file that makes no sense. */
const sampleLength = 64 * 1024;
const sampleRows = 100;

function sampleOf(text: string, delimiter: CsvDelimiter): string[][] {
  const { data } = Papa.parse<string[]>(text.slice(0, sampleLength), {
    delimiter,
    newline: "\n",
    preview: sampleRows,
  });
  // The last row may have been cut by the sample.
  const whole = text.length > sampleLength && data.length > 1 ? data.slice(0, -1) : data;
  return whole.filter((cells) => cells.some((cell) => cell.trim() !== ""));
}

/** The share of rows as wide as the header; 0 when the delimiter does not split the header. */
function agreement(rows: string[][]): { width: number; share: number } {
  const width = rows[0]?.length ?? 0;
  if (width < 2) return { width, share: 0 };
  return { width, share: rows.filter((cells) => cells.length === width).length / rows.length };
}

/**
 * The delimiter that splits the rows most evenly, seen from the header: decimal commas in the rows
 * do not count as long as the header has none. Equal ones: the one that makes more columns. A file
 * of one column has none, and is given the semicolon.
 */
export function detectDelimiter(text: string): CsvDelimiter {
  let best: { delimiter: CsvDelimiter; width: number; share: number } | null = null;
  for (const delimiter of csvDelimiters) {
    const { width, share } = agreement(sampleOf(text, delimiter));
    if (share === 0) continue;
    const better = !best || share > best.share || (share === best.share && width > best.width);
    if (better) best = { delimiter, width, share };
  }
  return best?.delimiter ?? ";";
}

/** The first line "sep=;" by which Excel is told the delimiter; Excel does not show it as a row. */
export function takeSeparatorLine(text: string): { delimiter: CsvDelimiter | null; rest: string } {
  const match = /^"?sep=(.)"?[;,\t|]*(?:\n|$)/i.exec(text);
  const delimiter = csvDelimiters.find((candidate) => candidate === match?.[1]);
  if (!match || !delimiter) return { delimiter: null, rest: text };
  return { delimiter, rest: text.slice(match[0].length) };
}
