/** A text that customers read in their own language: German, English or both. */
export type LocalizedText = { de?: string; en?: string };

/** In the reader's language, else in the one there is; as `private.localized`. */
export function textIn(texts: LocalizedText, locale: "de" | "en"): string {
  return texts[locale] ?? texts.de ?? texts.en ?? "";
}
