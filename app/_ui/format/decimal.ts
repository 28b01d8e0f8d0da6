import { formatLocale } from "./format-locale";
import { memo } from "./memo";

const numberFormat = memo(
  (locale, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(formatLocale(locale), options),
);

/** True for a canonical decimal as Postgres `numeric` prints it: `-1234.50`. */
export function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/**
 * Formats a canonical decimal string. It never becomes a float: `Intl` takes the string and keeps
 * every digit (ECMA-402, `StringNumericLiteral`). Throws a RangeError for other text.
 */
export function formatDecimal(
  value: string,
  locale: string,
  options: Intl.NumberFormatOptions = { maximumFractionDigits: 20 },
): string {
  if (!isDecimal(value)) throw new RangeError(`Not a decimal: ${JSON.stringify(value)}`);
  return numberFormat(locale, options).format(value);
}
