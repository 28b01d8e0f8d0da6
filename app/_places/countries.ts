/** Region (ISO 3166), its currency, and the time zone most of its people live in. */
const countries = [
  ["DE", "EUR", "Europe/Berlin"],
  ["AT", "EUR", "Europe/Vienna"],
  ["CH", "CHF", "Europe/Zurich"],
  ["LI", "CHF", "Europe/Vaduz"],
  ["LU", "EUR", "Europe/Luxembourg"],
  ["AU", "AUD", "Australia/Sydney"],
  ["BE", "EUR", "Europe/Brussels"],
  ["BG", "EUR", "Europe/Sofia"],
  ["BR", "BRL", "America/Sao_Paulo"],
  ["CA", "CAD", "America/Toronto"],
  ["CN", "CNY", "Asia/Shanghai"],
  ["CY", "EUR", "Asia/Nicosia"],
  ["CZ", "CZK", "Europe/Prague"],
  ["DK", "DKK", "Europe/Copenhagen"],
  ["EE", "EUR", "Europe/Tallinn"],
  ["ES", "EUR", "Europe/Madrid"],
  ["FI", "EUR", "Europe/Helsinki"],
  ["FR", "EUR", "Europe/Paris"],
  ["GB", "GBP", "Europe/London"],
  ["GR", "EUR", "Europe/Athens"],
  ["HR", "EUR", "Europe/Zagreb"],
  ["HU", "HUF", "Europe/Budapest"],
  ["IE", "EUR", "Europe/Dublin"],
  ["IL", "ILS", "Asia/Jerusalem"],
  ["IN", "INR", "Asia/Kolkata"],
  ["IS", "ISK", "Atlantic/Reykjavik"],
  ["IT", "EUR", "Europe/Rome"],
  ["JP", "JPY", "Asia/Tokyo"],
  ["KR", "KRW", "Asia/Seoul"],
  ["LT", "EUR", "Europe/Vilnius"],
  ["LV", "EUR", "Europe/Riga"],
  ["MT", "EUR", "Europe/Malta"],
  ["MX", "MXN", "America/Mexico_City"],
  ["NL", "EUR", "Europe/Amsterdam"],
  ["NO", "NOK", "Europe/Oslo"],
  ["NZ", "NZD", "Pacific/Auckland"],
  ["PL", "PLN", "Europe/Warsaw"],
  ["PT", "EUR", "Europe/Lisbon"],
  ["RO", "RON", "Europe/Bucharest"],
  ["RS", "RSD", "Europe/Belgrade"],
  ["SE", "SEK", "Europe/Stockholm"],
  ["SG", "SGD", "Asia/Singapore"],
  ["SI", "EUR", "Europe/Ljubljana"],
  ["SK", "EUR", "Europe/Bratislava"],
  ["TR", "TRY", "Europe/Istanbul"],
  ["UA", "UAH", "Europe/Kyiv"],
  ["US", "USD", "America/New_York"],
  ["ZA", "ZAR", "Africa/Johannesburg"],
] as const;

/** The neighbours come first; everybody else in the order of the alphabet. */
const neighbours = 5;

export type Country = { code: string; name: string; currency: string; timeZone: string };

/** The countries to choose from, named in the reader's language. */
export function listCountries(locale: string): Country[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const named = countries.map(([code, currency, timeZone]) => {
    return { code, name: names.of(code) ?? code, currency, timeZone };
  });
  const others = named.slice(neighbours).sort((a, b) => a.name.localeCompare(b.name, locale));
  return [...named.slice(0, neighbours), ...others];
}

/** The first region that an `Accept-Language` header names and that can be chosen: "de-AT" is AT. */
export function regionOf(acceptLanguage: string | null): string | null {
  const named = (acceptLanguage ?? "").matchAll(/\b[a-z]{2,3}-([A-Z]{2})\b/gi);
  for (const [, region] of named) {
    const found = countries.find(([code]) => code === region?.toUpperCase());
    if (found) return found[0];
  }
  return null;
}
