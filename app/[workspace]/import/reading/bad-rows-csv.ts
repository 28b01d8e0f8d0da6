import type { ParsedCsv } from "@/domain/csv-parse";
import type { ImportProblem } from "@/domain/import-problems";
import type { BadRowWords } from "./worker-protocol";

/** Excel opens a CSV as UTF-8 only with this mark. */
const byteOrderMark = "\ufeff";

function quote(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function sentence({ field, code, value }: ImportProblem, words: BadRowWords): string {
  const problem = words.problems[code].replaceAll("{value}", () => value);
  return field === "row" ? problem : `${words.fields[field]}: ${problem}`;
}

/**
 * The bad rows as they stand in the file, behind their number and reasons: to be mended and brought
 * in again. Cells are left as they are, also those that look like formulas: they came from there.
 */
export function writeBadRows(
  csv: ParsedCsv,
  problemsOf: ReadonlyMap<number, readonly ImportProblem[]>,
  words: BadRowWords,
): string {
  const lines = [[words.rowNumber, words.reason, ...csv.header]];
  for (const { rowNumber, cells } of csv.rows) {
    const problems = problemsOf.get(rowNumber);
    if (!problems) continue;
    const reason = problems.map((problem) => sentence(problem, words)).join(" ");
    lines.push([String(rowNumber), reason, ...cells]);
  }
  return byteOrderMark + lines.map((cells) => `${cells.map(quote).join(";")}\r\n`).join("");
}
