import { formatLocale } from "./format-locale";
import { memo } from "./memo";

const monthFormat = memo(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(formatLocale(locale), { ...options, timeZone: "UTC" }),
);

/** A month ("2026-12") as "Dezember 2026", or short for axes: "Dez. 26". */
export function formatMonth(
  month: string,
  locale: string,
  style: "long" | "short" = "long",
): string {
  const options = { month: style, year: style === "long" ? "numeric" : "2-digit" } as const;
  return monthFormat(locale, options).format(new Date(`${month}-01T00:00:00Z`));
}
