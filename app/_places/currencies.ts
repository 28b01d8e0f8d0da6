import { isCurrencyCode } from "@/domain/import-currency";

/** Those that are chosen most; the others follow by name. */
const common = ["EUR", "CHF", "USD", "GBP"];

export type PlaceOption = { value: string; label: string };

/** The currencies to choose from, named in the reader's language: "Euro (EUR)". */
export function listCurrencies(locale: string): PlaceOption[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const option = (code: string) => ({ value: code, label: `${names.of(code) ?? code} (${code})` });
  const others = Intl.supportedValuesOf("currency")
    .filter((code) => isCurrencyCode(code) && !common.includes(code))
    .map(option)
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return [...common.map(option), ...others];
}
