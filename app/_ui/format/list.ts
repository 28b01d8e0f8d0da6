import { formatLocale } from "./format-locale";
import { memo } from "./memo";

const listFormat = memo(
  (locale, type: "conjunction" | "disjunction") =>
    new Intl.ListFormat(formatLocale(locale), { type, style: "long" }),
);

/** "A, B und C" or, with `disjunction`, "A, B oder C". */
export function formatList(
  items: readonly string[],
  locale: string,
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  return listFormat(locale, type).format(items);
}
