import type { LocalizedText } from "@/domain/contact-list-answers";

/** A text in the reader's language; in the other one where there is none. */
export function readLocalized(text: LocalizedText, locale: string): string {
  const own = locale === "en" ? text.en : text.de;
  return own ?? text.de ?? text.en ?? "";
}
