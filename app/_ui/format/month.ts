import { formatLocale } from "./format-locale";
import { memo } from "./memo";

const monthFormat = memo(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(formatLocale(locale), { ...options, timeZone: "UTC" }),
);

const styles = {
  long: { month: "long", year: "numeric" },
  short: { month: "short", year: "2-digit" },
  bare: { month: "short" },
} as const;

/** A month ("2026-12") as "Dezember 2026", or for axes: short "Dez. 26", bare "Dez". */
export function formatMonth(
  month: string,
  locale: string,
  style: keyof typeof styles = "long",
): string {
  return monthFormat(locale, styles[style]).format(new Date(`${month}-01T00:00:00Z`));
}
