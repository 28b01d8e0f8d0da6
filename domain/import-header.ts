import { headerWords, type ImportField } from "./import-fields";
import { matchKey } from "./import-text";

/** Words that stand for the thing itself, in front of the property: "Deal - Title". */
const entityWords = new Set(
  "deal deals opportunity opportunities verkaufschance verkaufschancen opp".split(" "),
);

/** Words without weight: articles, prepositions, and the currency in "Betrag in EUR (netto)". */
const emptyWords = new Set(
  "der die das des den dem the of in fuer for eur euro usd chf gbp netto net iso".split(" "),
);

/** What makes a header mean another thing: "Owner Role", "Account ID", "Created Date", "Lost reason". */
const foreignWords = new Set(
  (
    "id ids nr no nummer number url link role rolle type typ created create erstellt erstelldatum " +
    "erstellungsdatum angelegt anlagedatum modified changed geaendert updated aktualisiert history " +
    "verlauf weighted gewichtet gewichteter age alter email mail phone telefon tel mobil mobile fax " +
    "strasse street plz ort city country land letzte letzter letztes last lost verloren verlust reason " +
    "grund won gewonnen time uhrzeit count anzahl label pipeline team region branche industry forecast"
  ).split(" "),
);

/** More than any name of a column. */
const maxHeaderLength = 200;

/** `matchKey` of a header, with "estimatedCloseDate" split at its capitals. */
function headerKey(header: string): string {
  return matchKey(header.slice(0, maxHeaderLength).replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 "));
}

function withoutEmptyWords(key: string): string {
  return key
    .split(" ")
    .filter((word) => !emptyWords.has(word))
    .join(" ");
}

function withoutEntity(key: string): string {
  const parts = key.split(" ");
  const first = parts.findIndex((word) => !entityWords.has(word));
  return first > 0 ? parts.slice(first).join(" ") : key;
}

/** Edit distance with swaps of neighbours, given up above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

function isMisspelt(key: string, word: string): boolean {
  if (word.length < 5 || key.length > 60) return false;
  const limit = word.length >= 9 ? 2 : 1;
  return distance(key, word, limit) <= limit;
}

/** The words of `part` in sequence somewhere in `whole`. */
function containsWords(whole: string, part: string): boolean {
  return ` ${whole} `.includes(` ${part} `);
}

function scoreWords(keys: readonly string[], candidates: readonly string[], exact: number): number {
  let best = 0;
  for (const [index, key] of keys.entries()) {
    const length = key.split(" ").length;
    for (const word of candidates) {
      if (key === word) return exact - index * 4;
      // "deal" or "chance" inside a longer header says nothing about the column.
      const partial = containsWords(key, word) && !entityWords.has(word) && word !== "chance";
      if (partial) best = Math.max(best, exact - 50 + 20 * (word.split(" ").length / length));
      else if (isMisspelt(key, word)) best = Math.max(best, exact - 50);
    }
  }
  return best;
}

/**
 * How well a header names a field: 100 exactly, above 60 by a synonym that gives way to better
 * ones, less by words in it, compounds and misspellings, 0 not at all.
 */
export function scoreHeader(header: string, field: ImportField): number {
  const full = headerKey(header);
  if (full === "") return 0;
  const plain = withoutEmptyWords(full);
  const keys = [...new Set([full, plain, withoutEntity(plain)])].filter((key) => key !== "");
  const { strong, weak, endings } = headerWords[field];

  let best = Math.max(scoreWords(keys, strong, 100), scoreWords(keys, weak, 75));
  if (best >= 65) return best;
  const last = plain.split(" ").at(-1) ?? "";
  const compound = endings.some((ending) => last.endsWith(ending) && last !== ending);
  if (compound) best = Math.max(best, 55);
  const foreign = full.split(" ").some((word) => foreignWords.has(word));
  return foreign ? Math.max(0, best - 45) : best;
}
