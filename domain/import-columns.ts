import type { ParsedCsv } from "./csv-parse";
import { compareDecimals } from "./decimal";
import { type DecimalSeparator, guessDecimalSeparator, parseDecimal } from "./decimal-parse";
import { currencyOfHeader } from "./import-currency";
import type { ImportField, ImportMapping } from "./import-fields";
import { type ImportWarning, shorten } from "./import-problems";
import type { ImportContext } from "./import-row";
import { type DayOrder, guessDayOrder, isExcelSerialColumn, parseLocalDate } from "./local-date";

/** How the cells of a file are to be read, found out from whole columns. */
export type ColumnHints = {
  amountSeparator: DecimalSeparator;
  /** The currency that the header of the amount column names. */
  amountCurrency: string | null;
  probabilitySeparator: DecimalSeparator;
  /** True when 0.2 means 20 %. */
  probabilityIsFraction: boolean;
  dayOrder: DayOrder;
  serialDates: ReadonlySet<ImportField>;
  warnings: ImportWarning[];
};

const dateFields = ["expectedCloseOn", "nextStepOn"] as const satisfies readonly ImportField[];

/** "T€", "TEUR", "k€", "Tsd. Euro", "Mio. EUR" */
const thousands =
  /(^|[^\p{L}])(t€|teur|t-?eur|k€|keur|tsd|tausend|mio|million(s|en)?|thousands?)([^\p{L}]|$)/iu;

/**
 * 0.2 means 20 % when no number without a percent sign is above 1, and not all are 0: a column of
 * 0 and 1 says "lost" and "won", hardly "one percent".
 */
function isFractionColumn(cells: readonly string[], separator: DecimalSeparator): boolean {
  const values = cells.flatMap((cell) => {
    const parsed = parseDecimal(cell, { decimalSeparator: separator });
    return parsed.ok ? [parsed.value] : [];
  });
  return (
    values.every((value) => compareDecimals(value, "1") <= 0) &&
    values.some((value) => compareDecimals(value, "0") > 0)
  );
}

/**
 * Looks at whole columns before any cell is read. Where no cell decides, a file with semicolons
 * is German (decimal comma, day first), and slashes in a file with commas are American when the
 * workspace counts in US dollars.
 */
export function readColumns(
  csv: ParsedCsv,
  mapping: ImportMapping,
  context: ImportContext,
): ColumnHints {
  const cellsOf = (field: ImportField): string[] => {
    const column = mapping[field];
    if (column === null) return [];
    return csv.rows.filter((row) => row.problem === null).map((row) => row.cells[column] ?? "");
  };
  const warnings: ImportWarning[] = [];
  const warn = (field: ImportField, code: ImportWarning["code"], value: string) =>
    warnings.push({ row: null, field, code, value: shorten(value) });

  const amounts = cellsOf("amount");
  const amount = guessDecimalSeparator(amounts, csv.delimiter === ";" ? "," : undefined);
  if (!amount.certain) {
    const example = amounts.find((cell) => isAmbiguousAmount(cell));
    warn("amount", "amount_reading_guessed", example ?? "");
  }
  const amountHeader = mapping.amount === null ? "" : (csv.header[mapping.amount] ?? "");
  if (thousands.test(amountHeader)) warn("amount", "amount_in_thousands", amountHeader);

  const probabilities = cellsOf("probability").filter((cell) => !cell.includes("%"));
  const probability = guessDecimalSeparator(probabilities, amount.separator);

  const serialDates = new Set(dateFields.filter((field) => isExcelSerialColumn(cellsOf(field))));
  const americanFile = csv.delimiter === "," && context.currency === "USD";
  const order = guessDayOrder(
    dateFields.flatMap(cellsOf),
    americanFile ? "month-first" : "day-first",
  );
  if (!order.certain) {
    const field = dateFields.find((candidate) => cellsOf(candidate).some(isAmbiguousDate));
    const example = field && cellsOf(field).find(isAmbiguousDate);
    warn(field ?? "expectedCloseOn", "date_order_guessed", example ?? "");
  }
  return {
    amountSeparator: amount.separator,
    amountCurrency: currencyOfHeader(amountHeader),
    probabilitySeparator: probability.separator,
    probabilityIsFraction: isFractionColumn(probabilities, probability.separator),
    dayOrder: order.order,
    serialDates,
    warnings,
  };
}

function isAmbiguousAmount(text: string): boolean {
  const parsed = parseDecimal(text);
  return !parsed.ok && parsed.code === "decimal_ambiguous";
}

function isAmbiguousDate(text: string): boolean {
  const parsed = parseLocalDate(text);
  return !parsed.ok && parsed.code === "date_ambiguous";
}
