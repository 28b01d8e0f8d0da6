import type { CsvRow } from "./csv-parse";
import { cleanLine, cleanText } from "./import-text";
import { guessDayOrder, parseLocalDate } from "./local-date";
import { type ConsentRow, consentRow } from "./subscription-input";

/** What a column of a file of consents can hold; without the last two, one text and day holds for all. */
export const consentFields = ["email", "firstName", "name", "givenOn", "wording"] as const;
export type ConsentField = (typeof consentFields)[number];

/** The index of the column of each field; null has none. */
export type ConsentColumns = Record<ConsentField, number | null>;

/** Which column is what, by the words that German and English exports use. */
const headers: Record<ConsentField, RegExp> = {
  email: /e-?mail|^mail/i,
  firstName: /^(vorname|first ?name|given ?name)$/i,
  name: /^(name|nachname|familienname|last ?name|family ?name|surname|full ?name|kontakt|contact)$/i,
  givenOn:
    /^(?!.*(geburt|birth)).*(datum|date)|(opt.?in|consent|einwillig).*(am|on|at|time)$|^(am|seit|since)$/i,
  wording: /einwilligung|wortlaut|zustimmung|consent|wording|opt.?in/i,
};

/** The likely columns of a header; each is taken once, by the first field that fits. */
export function guessConsentColumns(header: readonly string[]): ConsentColumns {
  const columns: ConsentColumns = {
    email: null,
    firstName: null,
    name: null,
    givenOn: null,
    wording: null,
  };
  const taken = new Set<number>();
  for (const field of consentFields) {
    const index = header.findIndex(
      (label, place) => !taken.has(place) && headers[field].test(label.trim()),
    );
    if (index === -1) continue;
    columns[field] = index;
    taken.add(index);
  }
  return columns;
}

/** What is wrong with a row. */
type ConsentProblem =
  | "email_missing"
  | "email_invalid"
  | "name_too_long"
  | "wording_missing"
  | "day_missing"
  | "day_invalid"
  | "day_ambiguous"
  | "day_to_come";

/** `rowNumber` as Excel counts; `value` is what stands there. */
export type BadConsentRow = { rowNumber: number; problem: ConsentProblem; value: string };

export type ConsentFile = { rows: ConsentRow[]; bad: BadConsentRow[] };

type Defaults = {
  /** For rows that say nothing of their own. */
  wording: string;
  /** ISO day, or empty. */
  givenOn: string;
  /** The reader's day, ISO. */
  today: string;
};

/** Reads the rows of a file: those that say all that a consent needs, and what is wrong with others. */
export function readConsents(
  csv: readonly CsvRow[],
  columns: ConsentColumns,
  defaults: Defaults,
): ConsentFile {
  const cell = ({ cells }: CsvRow, field: ConsentField) => {
    const column = columns[field];
    return column === null ? "" : (cells[column] ?? "");
  };
  const { order, certain } = guessDayOrder(csv.map((row) => cell(row, "givenOn")));
  const file: ConsentFile = { rows: [], bad: [] };
  for (const row of csv) {
    const day = cell(row, "givenOn").trim();
    const read = day === "" ? null : parseLocalDate(day, certain ? order : undefined);
    const email = cell(row, "email").trim();
    const name = cleanLine(`${cell(row, "firstName")} ${cell(row, "name")}`);
    const consent = {
      email,
      name: name === "" ? null : name,
      wording: cleanText(cell(row, "wording")) || cleanText(defaults.wording),
      givenOn: read?.ok ? read.value : defaults.givenOn,
    };
    const unread = read && !read.ok ? read.code : null;
    const problem = problemOf(consent, unread, defaults.today);
    const parsed = problem === null ? consentRow.safeParse(consent) : null;
    if (parsed?.success) file.rows.push(parsed.data);
    else {
      const found = problem ?? "email_invalid";
      const value = found.startsWith("day") ? day || consent.givenOn : email;
      file.bad.push({ rowNumber: row.rowNumber, problem: found, value });
    }
  }
  return file;
}

function problemOf(
  consent: { email: string; name: string | null; wording: string; givenOn: string },
  /** Why the day that stands there could not be read. */
  unread: string | null,
  today: string,
): ConsentProblem | null {
  if (consent.email === "") return "email_missing";
  if (!consentRow.shape.email.safeParse(consent.email).success) return "email_invalid";
  if (!consentRow.shape.name.safeParse(consent.name).success) return "name_too_long";
  if (!consentRow.shape.wording.safeParse(consent.wording).success) return "wording_missing";
  // A proof is not to rest on a guess: 03/04 is not taken for one of two days.
  if (unread !== null) return unread === "date_ambiguous" ? "day_ambiguous" : "day_invalid";
  if (consent.givenOn === "") return "day_missing";
  return consent.givenOn > today ? "day_to_come" : null;
}
