import { formatLocale } from "./format-locale";

/**
 * A number as people type it, in the reader's locale, as a canonical decimal; null if it is none.
 * `1.234,50` is 1234.50 in German, `1,234.50` in English. The other locale's mark is understood
 * where it cannot be grouping (`1.5` in German). Blanks, apostrophes and a currency are ignored.
 */
export function parseDecimal(text: string, locale: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:[A-Z]{3}|\p{Sc})|(?:[A-Z]{3}|\p{Sc}|%)$/gu, "")
    .replace(/[\s'’]/gu, "")
    .replace(/^[−–]/u, "-");
  const { mark, group } = marks(locale);
  const sign = bare.startsWith("-") ? "-" : "";
  const plain = normalize(bare.replace(/^[+-]/, ""), mark, group);
  if (plain === null) return null;
  const [whole = "", fraction = ""] = plain.split(".");
  const digits = (whole || "0").replace(/^0+(?=\d)/, "");
  const value = fraction ? `${digits}.${fraction}` : digits;
  return /[1-9]/.test(value) ? sign + value : value;
}

/** Digits with at most one point, or null. */
function normalize(text: string, mark: string, group: string): string | null {
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${mark}\\d*)?$`);
  if (grouped.test(text)) return text.replaceAll(group, "").replace(mark, ".");
  if (new RegExp(`^(?:\\d+\\${mark}?\\d*|\\${mark}\\d+)$`).test(text))
    return text.replace(mark, ".");
  // `1.5` in German: a group has three digits, so this point can only be a decimal mark.
  if (new RegExp(`^\\d*\\${group}\\d+$`).test(text)) return text.replace(group, ".");
  return null;
}

function marks(locale: string): { mark: string; group: string } {
  const parts = new Intl.NumberFormat(formatLocale(locale)).formatToParts(-12345.6);
  const mark = parts.find((part) => part.type === "decimal")?.value ?? ".";
  return { mark, group: mark === "," ? "." : "," };
}
