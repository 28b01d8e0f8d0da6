import { compareDecimals, roundDecimal, shiftDecimal } from "./decimal";
import { parseDecimal } from "./decimal-parse";
import type { ColumnHints } from "./import-columns";
import { readCurrency } from "./import-currency";
import { maxImportAmount } from "./import-limits";
import type { ImportProblemCode, ImportWarningCode } from "./import-problems";
import { fromExcelSerial, parseLocalDate } from "./local-date";

/** A cell that was read, perhaps with a warning, or the reason why not. */
export type CellReading<T> =
  | { ok: true; value: T; warning?: ImportWarningCode }
  | { ok: false; code: ImportProblemCode };

/** The accounting format of Excel shows zero as "-   €". */
const accountingZero = /^[-–—]+ *(\p{Sc}|[A-Z]{3})$/u;

/** Signs that several currencies share: a currency column outranks them. */
const sharedSigns = new Set(["$", "¥"]);

export type Money = { amount: string; currency: string | null; sharedSign: boolean };

/** An amount with the currency that stands beside it; more than four decimals are rounded. */
export function readAmount(cell: string, hints: ColumnHints): CellReading<Money | null> {
  if (accountingZero.test(cell)) return { ok: true, value: null };
  const parsed = parseDecimal(cell, {
    decimalSeparator: hints.amountSeparator,
    allowNegative: false,
  });
  if (!parsed.ok) {
    const code = parsed.code === "decimal_negative" ? "amount_negative" : "amount_invalid";
    return { ok: false, code };
  }
  const currency = parsed.marker === null ? null : readCurrency(parsed.marker);
  if (parsed.marker !== null && currency === null) return { ok: false, code: "currency_unknown" };
  const amount = roundDecimal(parsed.value, 4);
  if (compareDecimals(amount, maxImportAmount) > 0) return { ok: false, code: "amount_too_large" };
  const value = { amount, currency, sharedSign: sharedSigns.has(parsed.marker ?? "") };
  return amount === parsed.value
    ? { ok: true, value }
    : { ok: true, value, warning: "amount_rounded" };
}

/** A probability in whole percent, from "20 %", "20" or, in a column of fractions, "0,2". */
export function readProbability(cell: string, hints: ColumnHints): CellReading<number> {
  const bare = cell.replace(/ *%$/, "");
  const parsed = parseDecimal(bare, {
    decimalSeparator: hints.probabilitySeparator,
    allowNegative: false,
  });
  if (!parsed.ok || parsed.marker !== null) return { ok: false, code: "probability_invalid" };
  const isFraction = bare === cell && hints.probabilityIsFraction;
  const percent = isFraction ? shiftDecimal(parsed.value, 2) : parsed.value;
  if (compareDecimals(percent, "100") > 0) return { ok: false, code: "probability_invalid" };
  const rounded = roundDecimal(percent, 0);
  return rounded === percent
    ? { ok: true, value: Number(rounded) }
    : { ok: true, value: Number(rounded), warning: "probability_rounded" };
}

/** An ISO day. */
export function readDay(cell: string, isSerial: boolean, hints: ColumnHints): CellReading<string> {
  const parsed = isSerial ? fromExcelSerial(cell) : parseLocalDate(cell, hints.dayOrder);
  if (parsed.ok) return parsed;
  const outOfRange = parsed.code === "date_out_of_range";
  return { ok: false, code: outOfRange ? "date_out_of_range" : "date_invalid" };
}
