import { canonicalDecimal } from "./decimal";

/** The character before the decimals: "," in German text, "." in English. */
export type DecimalSeparator = "," | ".";

type DecimalError = "decimal_empty" | "decimal_invalid" | "decimal_ambiguous" | "decimal_negative";

/** `value` is canonical ("1234.56"); `marker` is what stood beside the digits ("€", "EUR", "kg"). */
export type ParsedDecimal =
  | { ok: true; value: string; marker: string | null }
  | { ok: false; code: DecimalError };

/** Longer text is no amount; the bound keeps hostile cells cheap. */
const maxLength = 64;

const leadingMarker = /^([\p{L}\p{Sc}][\p{L}\p{Sc}.]*) */u;
const trailingMarker = / *([\p{L}\p{Sc}][\p{L}\p{Sc}.]*)$/u;

/** Groups of three behind one and the same sign, or no groups at all; then perhaps decimals. */
const shapes: Record<DecimalSeparator, RegExp> = {
  ",": /^([1-9]\d{0,2}([. '])\d{3}(?:\2\d{3})*|\d*)(?:,(\d+))?$/,
  ".": /^([1-9]\d{0,2}([, '])\d{3}(?:\2\d{3})*|\d*)(?:\.(\d+))?$/,
};

function unify(text: string): string {
  return text
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ")
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[−–—‒]/g, "-")
    .trim();
}

/** Takes sign and marker off; null when there are two of either. */
function undress(
  text: string,
): { digits: string; marker: string | null; negative: boolean } | null {
  let rest = text;
  let signs = 0;
  const takeMinus = () => {
    if (rest.startsWith("-")) {
      signs += 1;
      rest = rest.slice(1).trimStart();
    }
  };
  if (rest.startsWith("(") && rest.endsWith(")")) {
    signs += 1;
    rest = rest.slice(1, -1).trim();
  }
  takeMinus();
  const before = leadingMarker.exec(rest)?.[0] ?? "";
  rest = rest.slice(before.length);
  takeMinus();
  const after = trailingMarker.exec(rest)?.[0] ?? "";
  rest = rest.slice(0, rest.length - after.length);
  // "1.200,-" and "1'200.--" say "and no cents"; the dash is no sign.
  const noCents = rest.replace(/([.,])-{1,2}$/, "$10");
  if (noCents === rest && rest.endsWith("-")) {
    signs += 1;
    rest = rest.slice(0, -1).trimEnd();
  } else {
    rest = noCents;
  }
  if (signs === 0) rest = rest.replace(/^\+ */, "");
  if (signs > 1 || (before !== "" && after !== "")) return null;
  return { digits: rest, marker: (before + after).trim() || null, negative: signs === 1 };
}

function readAs(separator: DecimalSeparator, digits: string): string | null {
  const match = shapes[separator].exec(digits);
  if (!match) return null;
  const [, whole = "", , fraction] = match;
  if (whole === "" && fraction === undefined) return null;
  const units = whole.replace(/\D/g, "") || "0";
  return canonicalDecimal(fraction === undefined ? units : `${units}.${fraction}`);
}

/**
 * Reads a number as people and spreadsheets write it: "1.234,56", "1,234.56", "1 234,5", "1'200.-",
 * "€ 1.200", "EUR -1200", "(1.200)". A point or comma is taken as grouping or as decimal wherever
 * only one reading is possible; "1.234" has two, and `decimalSeparator` (see
 * `guessDecimalSeparator`) decides. Without it such a text is "decimal_ambiguous".
 */
export function parseDecimal(
  text: string,
  options: { decimalSeparator?: DecimalSeparator | undefined; allowNegative?: boolean } = {},
): ParsedDecimal {
  const { decimalSeparator, allowNegative = true } = options;
  if (text.length > maxLength) return { ok: false, code: "decimal_invalid" };
  const unified = unify(text);
  if (unified === "") return { ok: false, code: "decimal_empty" };
  const undressed = undress(unified);
  if (!undressed) return { ok: false, code: "decimal_invalid" };

  const comma = readAs(",", undressed.digits);
  const point = readAs(".", undressed.digits);
  const only = comma ?? point;
  if (only === null) return { ok: false, code: "decimal_invalid" };
  const differ = comma !== null && point !== null && comma !== point;
  if (differ && !decimalSeparator) return { ok: false, code: "decimal_ambiguous" };

  const magnitude = differ && decimalSeparator === "." ? point : only;
  const negative = undressed.negative && magnitude !== "0";
  if (negative && !allowNegative) return { ok: false, code: "decimal_negative" };
  const value = negative ? `-${magnitude}` : magnitude;
  return { ok: true, value, marker: undressed.marker };
}

/** `certain` is false when at least one value has two readings and no other value decides. */
export type SeparatorGuess = { separator: DecimalSeparator; certain: boolean };

/**
 * Finds the decimal separator of a column from the values that can be read one way only. If none
 * decides, `fallback` does; without a fallback the sign of the ambiguous values is taken as
 * grouping, since three decimals are rare in money.
 */
export function guessDecimalSeparator(
  values: Iterable<string>,
  fallback?: DecimalSeparator,
): SeparatorGuess {
  const votes = { ",": 0, ".": 0 };
  const grouping = { ",": 0, ".": 0 };
  for (const value of values) {
    if (value.length > maxLength) continue;
    const digits = undress(unify(value))?.digits ?? "";
    const comma = readAs(",", digits);
    const point = readAs(".", digits);
    if (comma === point) continue;
    if (point === null) votes[","] += 1;
    else if (comma === null) votes["."] += 1;
    else grouping[digits.includes(".") ? "." : ","] += 1;
  }
  if (votes[","] !== votes["."]) {
    return { separator: votes[","] > votes["."] ? "," : ".", certain: true };
  }
  const byGrouping = grouping["."] > grouping[","] ? "," : ".";
  return {
    separator: fallback ?? byGrouping,
    certain: grouping[","] + grouping["."] === 0,
  };
}
