/**
 * The regional locale that dates and numbers of an interface language follow. English readers get
 * British forms: "5 Mar 2026" cannot be misread, "03/05/2026" can.
 */
const regional: Record<string, string> = { de: "de-DE", en: "en-GB" };

/** BCP 47 tag for `Intl` from an interface language. */
export function formatLocale(locale: string): string {
  return regional[locale] ?? locale;
}
