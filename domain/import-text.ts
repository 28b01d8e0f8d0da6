/** Zero-width and direction-changing characters: invisible, and able to make two names look alike. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const loneSurrogate = /\p{Surrogate}/gu;
const control = /\p{Cc}/gu;

/** Thirty marks on one letter are the limit of UAX #15; sorting endless ones takes quadratic time. */
const endlessMarks = /(\p{M}{30})\p{M}+/gu;

/** Composed text (NFC), as Postgres and people compare it. */
export function compose(text: string): string {
  return text.replace(endlessMarks, "$1").normalize("NFC");
}

function cleanCharacters(text: string): string {
  return compose(text).replace(invisible, "").replace(loneSurrogate, "\ufffd");
}

/** Text of one line: composed (NFC), no control or invisible characters, single spaces, trimmed. */
export function cleanLine(text: string): string {
  return cleanCharacters(text).replace(control, " ").replace(/\s+/g, " ").trim();
}

/** Text of several lines: as `cleanLine`, but "\n" and the spaces inside a line stay. */
export function cleanText(text: string): string {
  return cleanCharacters(text)
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(control, (char) => (char === "\n" ? char : ""))
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

const transliterated: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "o",
};

/**
 * The form in which names and headers are compared: lower case, umlauts written out, other accents
 * dropped, everything but letters and digits as one space. "Größe (in €)" is "groesse in".
 */
export function matchKey(text: string): string {
  return compose(text)
    .toLowerCase()
    .replace(/[äöüßæø]/g, (char) => transliterated[char] ?? char)
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const excelErrors = /^#(#+|wert!|bezug!|name\?|nv|zahl!|null!|div\/0!|value!|ref!|n\/a|num!)$/i;

/** What Excel writes in place of a value: "####" for a column too narrow, "#NV", "#WERT!" and the like. */
export function isExcelError(text: string): boolean {
  return excelErrors.test(text.trim());
}

const placeholder = /^([-–—]+|n\/?a|k\. ?a\.|\?+|tbd|null|\(no value\)|\(kein wert\)|\(leer\))$/i;

/** What people and programs write to say that there is no value. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}
