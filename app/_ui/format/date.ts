import { formatLocale } from "./format-locale";
import { memo } from "./memo";

const dateFormat = memo(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(formatLocale(locale), options),
);
const relativeFormat = memo(
  (locale, options: Intl.RelativeTimeFormatOptions) =>
    new Intl.RelativeTimeFormat(formatLocale(locale), options),
);

/** A day (`2026-03-31`, in no zone) or an instant (ISO 8601 with zone, or a Date). */
export type When = string | Date;

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

/**
 * "31. März 2026". An instant is shown as the day it is in `timeZone`; a day stays that day.
 * Throws a RangeError for text that is no date.
 */
export function formatDate(
  when: When,
  locale: string,
  timeZone: string,
  style: "long" | "medium" | "short" = "medium",
): string {
  return dateFormat(locale, { dateStyle: style, timeZone: zoneOf(when, timeZone) }).format(
    read(when),
  );
}

/** "31.03." within the year of `now`, else with the year; for cards and rows. */
export function formatShortDay(when: When, locale: string, timeZone: string, now: Date): string {
  const sameYear = dayIn(when, timeZone).slice(0, 4) === dayIn(now, timeZone).slice(0, 4);
  return dateFormat(locale, {
    day: "numeric",
    month: "short",
    ...(!sameYear && { year: "numeric" as const }),
    timeZone: zoneOf(when, timeZone),
  }).format(read(when));
}

/** "31. März 2026, 14:05" in `timeZone`. */
export function formatDateTime(when: When, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    read(when),
  );
}

/**
 * How far from `now`, in the largest fitting unit: "vor 5 Minuten", "gestern", "in 3 Wochen".
 * Days are calendar days in `timeZone`, so 23:50 yesterday is "gestern" at 0:10.
 */
export function formatRelative(when: When, locale: string, timeZone: string, now: Date): string {
  const words = relativeFormat(locale, { numeric: "auto" });
  const days = daysBetween(dayIn(now, timeZone), dayIn(when, timeZone));
  const seconds = Math.round((read(when).getTime() - now.getTime()) / 1000);
  if (!isDay(when) && Math.abs(seconds) < 60) return words.format(0, "second");
  if (!isDay(when) && Math.abs(seconds) < 3600) {
    return words.format(Math.trunc(seconds / 60), "minute");
  }
  if (!isDay(when) && days === 0) return words.format(Math.trunc(seconds / 3600), "hour");
  if (Math.abs(days) < 14) return words.format(days, "day");
  if (Math.abs(days) < 60) return words.format(Math.trunc(days / 7), "week");
  if (Math.abs(days) < 730) return words.format(Math.trunc(days / 30.44), "month");
  return words.format(Math.trunc(days / 365.25), "year");
}

/** The calendar day (`2026-03-31`) that an instant falls on in a zone. */
export function dayIn(when: When, timeZone: string): string {
  if (typeof when === "string" && dayOnly.test(when)) return when;
  // Swedish writes ISO days.
  return dateFormat("sv-SE", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone,
  }).format(read(when));
}

/** Whole calendar days from one `YYYY-MM-DD` to another; negative if it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

function isDay(when: When): boolean {
  return typeof when === "string" && dayOnly.test(when);
}

function zoneOf(when: When, timeZone: string): string {
  return isDay(when) ? "UTC" : timeZone;
}

function read(when: When): Date {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not a date: ${JSON.stringify(when)}`);
  return date;
}
