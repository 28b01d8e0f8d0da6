import * as z from "zod/mini";

/** A text that customers read in their own language: German, English or both. */
export const localizedText = z.strictObject({
  de: z.exactOptional(z.string()),
  en: z.exactOptional(z.string()),
});

export type LocalizedText = z.infer<typeof localizedText>;

/** In the reader's language, else in the one there is; as `private.localized`. */
export function textIn(texts: LocalizedText, locale: "de" | "en"): string {
  return texts[locale] ?? texts.de ?? texts.en ?? "";
}
