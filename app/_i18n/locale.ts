/** The languages of the interface; the first is the fallback. */
export const locales = ["de", "en"] as const;

export type Locale = (typeof locales)[number];

const defaultLocale: Locale = locales[0];

/** Holds the language a person chose; without it the browser's languages decide. */
export const localeCookie = "spur-locale";

/** Set by the proxy alone: the language that the address of a public page asks for. */
export const localeHeader = "x-spur-locale";

/** True for a language the interface speaks. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The best supported language of an `Accept-Language` header (RFC 9110, section 12.5.4):
 * highest weight first, region ignored, weight 0 means "not this one".
 */
export function matchLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
      const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { language: tag.split("-")[0], q: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wanted) {
    if (isLocale(language)) return language;
  }
  return defaultLocale;
}
