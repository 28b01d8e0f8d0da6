import { formatDecimal } from "./decimal";

/** `12345.50` EUR as "12.345,50 €"; whole amounts without ",00" when `trim` is set. */
export function formatMoney(
  amount: string,
  currency: string,
  locale: string,
  options?: { trim?: boolean },
): string {
  return formatDecimal(amount, locale, {
    style: "currency",
    currency,
    trailingZeroDisplay: options?.trim ? "stripIfInteger" : "auto",
  });
}

/** Short money for heads and charts: "1,2 Mio. €", "€1.2m"; whole below a thousand. */
export function formatCompactMoney(amount: string, currency: string, locale: string): string {
  const whole = amount.replace(/^-/, "").split(".")[0] ?? "";
  // German has no short word for a thousand, and "12.345 €" is short enough.
  const short = whole.length > (locale.startsWith("de") ? 6 : 3);
  return formatDecimal(amount, locale, {
    style: "currency",
    currency,
    maximumFractionDigits: short ? 1 : 0,
    minimumFractionDigits: 0,
    ...(short && { notation: "compact" as const }),
  });
}

/** A share from 0 to 1, as decimal string or number, as "20 %" / "20%". */
export function formatPercent(share: string | number, locale: string, digits = 0): string {
  return formatDecimal(typeof share === "number" ? share.toFixed(6) : share, locale, {
    style: "percent",
    maximumFractionDigits: digits,
  });
}
