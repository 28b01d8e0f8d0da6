import { formatLocale } from "./format-locale";
import { memo } from "./memo";

type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

const unitFormat = memo(
  (locale, unit: Unit) =>
    new Intl.NumberFormat(formatLocale(locale), {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: 0,
    }),
);

/** "3 Tage", "1 day": a number of units in words, rounded to whole ones. */
export function formatDuration(amount: number, unit: Unit, locale: string): string {
  return unitFormat(locale, unit).format(amount);
}
