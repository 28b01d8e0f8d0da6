/** How spreadsheets of a country read files: those with a decimal comma part cells by semicolons. */
export type CsvDelimiter = ";" | ",";

/** Begins files that spreadsheets shall read as UTF-8. */
export const byteOrderMark = "\uFEFF";

/** What a spreadsheet would run instead of show (https://owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[=+\-@\t\r]/;

/** Rows as CSV by RFC 4180, each ended; no cell is a formula. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: CsvDelimiter): string {
  return rows
    .map((row) => `${row.map((text) => cell(text, delimiter)).join(delimiter)}\r\n`)
    .join("");
}

function cell(text: string, delimiter: CsvDelimiter): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  const mustQuote =
    harmless.includes(delimiter) || /["\r\n]/.test(harmless) || harmless !== harmless.trim();
  return mustQuote ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
