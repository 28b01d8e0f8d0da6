/**
 * Calendar days without a time zone, as ISO text ("2026-12-31"). A time of day in the cell is
 * dropped, not converted: the day that the file shows is the day that is meant.
 */

/** How "03/04/2026" is read: day first (3 April) or month first (4 March). */
export type DayOrder = "day-first" | "month-first";

type LocalDateError = "date_empty" | "date_invalid" | "date_ambiguous" | "date_out_of_range";

export type ParsedLocalDate = { ok: true; value: string } | { ok: false; code: LocalDateError };

export const minYear = 1900;
export const maxYear = 2200;
const maxLength = 64;

/** German, Austrian and English names by their first letters; "mrz" is what German Excel writes. */
const monthNames: readonly RegExp[] = [
  /^(jan|january?|januar|jän|jänner)$/,
  /^(feb|february|februar|feber)$/,
  /^(mar|march|mär|märz|maerz|mrz)$/,
  /^(apr|april)$/,
  /^(may|mai)$/,
  /^(jun|june|juni)$/,
  /^(jul|july|juli)$/,
  /^(aug|august)$/,
  /^(sep|sept|september)$/,
  /^(oct|october|okt|oktober)$/,
  /^(nov|november)$/,
  /^(dec|december|dez|dezember)$/,
];

const weekday =
  /^(mo(n|ntag|nday)?|di(enstag)?|tue(s|sday)?|mi(ttwoch)?|wed(nesday)?|do(nnerstag)?|thu(rs|rsday)?|fr(i|eitag|iday)?|sa(t|mstag|turday)?|sonnabend|so(nntag)?|sun(day)?)[.,]* +(?=[\p{L}\d])/u;
const timeOfDay =
  /(t|,? +)\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?( ?uhr)?( ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/;

const isoLike = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/;
const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayMonthName = /^(\d{1,2})(?:\.|st|nd|rd|th)?[ -]*(?:of )?(\p{L}+)[., -]+(\d{4}|\d{2})$/u;
const monthNameDay = /^(\p{L}+)\.? *(\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4}|\d{2})$/u;

function monthByName(name: string): number {
  return monthNames.findIndex((names) => names.test(name)) + 1;
}

/** Two digits: 00 to 69 are this century, as POSIX reads them. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toIso(year: number, month: number, day: number): ParsedLocalDate {
  if (year < 100 || !isDay(year, month, day)) return { ok: false, code: "date_invalid" };
  if (year < minYear || year > maxYear) return { ok: false, code: "date_out_of_range" };
  const two = (part: number) => part.toString().padStart(2, "0");
  return { ok: true, value: `${year}-${two(month)}-${two(day)}` };
}

function unify(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00a0\u202f\u2009]+/g, " ")
    .trim()
    .toLowerCase()
    .replace(timeOfDay, "")
    .replace(weekday, "");
}

function parseSlashed(text: string, order: DayOrder | undefined): ParsedLocalDate | null {
  const match = slashed.exec(text);
  if (!match) return null;
  const [, first, , second, yearText = ""] = match;
  const a = Number(first);
  const b = Number(second);
  const year = fullYear(yearText);
  const dayFirst = toIso(year, b, a);
  const monthFirst = toIso(year, a, b);
  if (a === b || !monthFirst.ok) return dayFirst;
  if (!dayFirst.ok) return monthFirst;
  if (!order) return { ok: false, code: "date_ambiguous" };
  return order === "day-first" ? dayFirst : monthFirst;
}

/**
 * Reads a day as people and spreadsheets write it: "31.12.2026", "31.12.26", "2026-12-31",
 * "31/12/2026", "12/31/2026", "31. Dez. 2026", "Donnerstag, 31. Dezember 2026", "Dec 31, 2026",
 * each also with a time of day behind it. `order` (see `guessDayOrder`) is needed only for slashes
 * and dashes where both readings are days; dots are always day first.
 */
export function parseLocalDate(text: string, order?: DayOrder): ParsedLocalDate {
  if (text.length > maxLength) return { ok: false, code: "date_invalid" };
  const day = unify(text);
  if (day === "") return { ok: false, code: "date_empty" };

  const iso = isoLike.exec(day);
  if (iso) return toIso(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const digits = compact.exec(day);
  if (digits) return toIso(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const german = dotted.exec(day);
  if (german) return toIso(fullYear(german[3] ?? ""), Number(german[2]), Number(german[1]));
  const bySlash = parseSlashed(day, order);
  if (bySlash) return bySlash;
  const named = dayMonthName.exec(day);
  if (named) return toIso(fullYear(named[3] ?? ""), monthByName(named[2] ?? ""), Number(named[1]));
  const american = monthNameDay.exec(day);
  if (american) {
    return toIso(fullYear(american[3] ?? ""), monthByName(american[1] ?? ""), Number(american[2]));
  }
  return { ok: false, code: "date_invalid" };
}

/** `certain` is false when a value has two readings and no other value decides. */
export type DayOrderGuess = { order: DayOrder; certain: boolean };

/** Finds the order of day and month from the values that can be read one way only. */
export function guessDayOrder(
  values: Iterable<string>,
  fallback: DayOrder = "day-first",
): DayOrderGuess {
  let ambiguous = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const value of values) {
    if (value.length > maxLength || !slashed.test(unify(value))) continue;
    const parsed = parseLocalDate(value);
    if (!parsed.ok) {
      if (parsed.code === "date_ambiguous") ambiguous += 1;
      continue;
    }
    const [first, second] = unify(value).split(/[/-]/, 2).map(Number);
    if (first === second) continue;
    if (Number(parsed.value.slice(8)) === first) dayFirst += 1;
    else monthFirst += 1;
  }
  if (dayFirst !== monthFirst) {
    return { order: dayFirst > monthFirst ? "day-first" : "month-first", certain: true };
  }
  return { order: fallback, certain: ambiguous === 0 };
}

const serial = /^[2-7]\d{4}([.,]0+)?$/;

/**
 * True when every filled cell is a number that Excel would show as a day between 1954 and 2119:
 * a column of dates that was formatted as numbers. One cell that is none makes it false.
 */
export function isExcelSerialColumn(values: Iterable<string>): boolean {
  let filled = 0;
  for (const value of values) {
    const text = value.trim();
    if (text === "") continue;
    if (!serial.test(text)) return false;
    filled += 1;
  }
  return filled > 0;
}

/** Day 1 is 1900-01-01, and Excel believes in a 1900-02-29, so that 1899-12-30 is its day 0 after it. */
export function fromExcelSerial(text: string): ParsedLocalDate {
  if (!serial.test(text.trim())) return { ok: false, code: "date_invalid" };
  const days = Number.parseInt(text.trim(), 10);
  const date = new Date(Date.UTC(1899, 11, 30 + days));
  return toIso(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
