/** Each language in its own words. */
export const localeNames = [
  ["de", "Deutsch"],
  ["en", "English"],
] as const;
