import { decodeCsv } from "@/domain/csv-decode";
import { type ParsedCsv, parseCsv } from "@/domain/csv-parse";
import { addDecimals } from "@/domain/decimal";
import type { ImportMapping } from "@/domain/import-fields";
import { guessMapping } from "@/domain/import-guess";
import { type ImportProblem, type ImportWarning, shorten } from "@/domain/import-problems";
import type { ImportContext, ImportRow } from "@/domain/import-row";
import { validateRows } from "@/domain/import-rows";
import { cleanLine } from "@/domain/import-text";
import { collectUnknownValues } from "@/domain/import-values";
import { writeBadRows } from "./bad-rows-csv";
import { splitIntoPieces } from "./pieces";
import type {
  BadRowWords,
  CheckAnswer,
  PreviewRow,
  ProblemCount,
  ReadAnswer,
  RowFilter,
} from "./worker-protocol";

const sampleCells = 3;
/** As far as samples are looked for; a column that is empty until there has none. */
const sampleRows = 200;

type Checked = {
  mapping: ImportMapping;
  good: ImportRow[];
  /** By the number of the row in the file. */
  goodRows: Map<number, ImportRow>;
  problems: Map<number, ImportProblem[]>;
  warnings: Map<number, ImportWarning[]>;
};

/**
 * The table of one file and the outcome of its last check. It lives in the worker, so that tens of
 * thousands of rows are never copied to the page.
 */
export function createTableDesk() {
  let csv: ParsedCsv | null = null;
  let checked: Checked | null = null;

  function read(source: ArrayBuffer | string, context: ImportContext): ReadAnswer {
    csv = null;
    checked = null;
    const decoded =
      typeof source === "string"
        ? { ok: true as const, text: source, encoding: null }
        : decodeCsv(new Uint8Array(source));
    if (!decoded.ok) return decoded;
    const parsed = parseCsv(decoded.text);
    if (!parsed.ok) return parsed;
    csv = parsed.csv;
    const { header, delimiter, rows } = csv;
    const cells = rows.map((row) => row.cells);
    return {
      ok: true,
      facts: {
        header,
        delimiter,
        encoding: decoded.encoding,
        rowCount: rows.length,
        samples: header.map((_, column) => sampleOf(cells, column)),
        guess: guessMapping(header, cells, context),
      },
    };
  }

  function check(mapping: ImportMapping, context: ImportContext): CheckAnswer {
    const table = csv ?? emptyTable;
    const { good, bad, warnings } = validateRows(table, mapping, context);
    const byRow = new Map<number, ImportWarning[]>();
    for (const warning of warnings) {
      if (warning.row === null) continue;
      byRow.set(warning.row, [...(byRow.get(warning.row) ?? []), warning]);
    }
    checked = {
      mapping,
      good,
      goodRows: new Map(good.map((row) => [row.rowNumber, row])),
      problems: new Map(bad.map(({ row, problems }) => [row, problems])),
      warnings: byRow,
    };
    const { aliases: _, ...unassigned } = context;
    return {
      good: good.length,
      bad: bad.length,
      warned: byRow.size,
      totals: sumUp(good),
      columnWarnings: warnings.filter((warning) => warning.row === null),
      problemCounts: countProblems(bad.flatMap(({ problems }) => problems)),
      unknown: collectUnknownValues(table, mapping, unassigned),
    };
  }

  function rows(filter: RowFilter, offset: number, limit: number): PreviewRow[] {
    const found: PreviewRow[] = [];
    if (!csv || !checked) return found;
    const { mapping, goodRows, problems, warnings } = checked;
    let toSkip = offset;
    for (const { rowNumber, cells } of csv.rows) {
      if (filter === "bad" && !problems.has(rowNumber)) continue;
      if (filter === "warned" && !warnings.has(rowNumber)) continue;
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      const row = goodRows.get(rowNumber);
      const cellOf = (field: "customer" | "name") => {
        const column = mapping[field];
        return column === null ? "" : shorten(cleanLine(cells[column] ?? ""));
      };
      found.push(
        row
          ? { kind: "good", rowNumber, row, warnings: warnings.get(rowNumber) ?? [] }
          : {
              kind: "bad",
              rowNumber,
              customer: cellOf("customer"),
              name: cellOf("name"),
              problems: problems.get(rowNumber) ?? [],
            },
      );
      if (found.length === limit) break;
    }
    return found;
  }

  function badRows(words: BadRowWords): string {
    return writeBadRows(csv ?? emptyTable, checked?.problems ?? new Map(), words);
  }

  return { read, check, rows, badRows, pieces: () => splitIntoPieces(checked?.good ?? []) };
}

const emptyTable: ParsedCsv = { delimiter: ";", header: [], rows: [] };

function sampleOf(rows: readonly string[][], column: number): string[] {
  const found = new Set<string>();
  for (const cells of rows.slice(0, sampleRows)) {
    const cell = cleanLine(cells[column] ?? "");
    if (cell !== "") found.add(shorten(cell));
    if (found.size === sampleCells) break;
  }
  return [...found];
}

function countProblems(problems: readonly ImportProblem[]): ProblemCount[] {
  const counts = new Map<string, ProblemCount>();
  for (const { field, code } of problems) {
    const key = `${field} ${code}`;
    const known = counts.get(key) ?? { field, code, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

function sumUp(rows: readonly ImportRow[]): CheckAnswer["totals"] {
  const sums = new Map<string, { currency: string; amount: string; count: number }>();
  for (const { currency, amount } of rows) {
    if (amount === null) continue;
    const sum = sums.get(currency) ?? { currency, amount: "0", count: 0 };
    sums.set(currency, { currency, amount: addDecimals(sum.amount, amount), count: sum.count + 1 });
  }
  const sorted = [...sums.values()].sort((a, b) => b.count - a.count);
  return sorted.map(({ currency, amount }) => ({ currency, amount }));
}
