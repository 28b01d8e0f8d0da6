import { useLocale, useTimeZone } from "next-intl";
import { useMemo } from "react";
import { formatDate, formatDateTime, formatRelative, formatShortDay, type When } from "./date";
import { formatDecimal } from "./decimal";
import { formatDuration } from "./duration";
import { formatList } from "./list";
import { formatCompactMoney, formatMoney, formatPercent } from "./money";

/**
 * The formatting helpers, bound to the reader's language and the zone given to `ClientMessages`.
 * `relative` and `shortDay` take `now`, so that a list changes its words all at once.
 */
export function useFormat() {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(
    () => ({
      money: (amount: string, currency: string, options?: { trim?: boolean }) =>
        formatMoney(amount, currency, locale, options),
      compactMoney: (amount: string, currency: string) =>
        formatCompactMoney(amount, currency, locale),
      decimal: (value: string) => formatDecimal(value, locale),
      percent: (share: string | number, digits?: number) => formatPercent(share, locale, digits),
      date: (when: When, style?: "long" | "medium" | "short") =>
        formatDate(when, locale, timeZone, style),
      shortDay: (when: When, now: Date) => formatShortDay(when, locale, timeZone, now),
      dateTime: (when: When) => formatDateTime(when, locale, timeZone),
      relative: (when: When, now: Date) => formatRelative(when, locale, timeZone, now),
      duration: (amount: number, unit: Parameters<typeof formatDuration>[1]) =>
        formatDuration(amount, unit, locale),
      list: (items: readonly string[]) => formatList(items, locale),
    }),
    [locale, timeZone],
  );
}
