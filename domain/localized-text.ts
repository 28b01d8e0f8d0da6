/** A text that customers read in their own language: German, English or both. */
export type LocalizedText = { de?: string; en?: string };

/** In the reader's language, else in the one there is; as `private.localized`. */
export function textIn(texts: LocalizedText, locale: string): string {
  return (locale === "en" ? texts.en : texts.de) ?? texts.de ?? texts.en ?? "";
}
