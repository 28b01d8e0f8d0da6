import type { LocalizedText } from "./localized-text";

/*
 * What the mail of a campaign says, the same where it is sent and where it is previewed. Apart from
 * inputs and answers: the preview carries no zod.
 */

type Locale = "de" | "en";
type Mail = { subjects: LocalizedText | null; bodies: LocalizedText | null };

/**
 * The language in which a reader gets a mail: theirs, else the one that has subject and text; null
 * where none has. As `private.campaign_language`.
 */
export function mailLanguage({ subjects, bodies }: Mail, locale: Locale): Locale | null {
  const isWhole = (language: Locale) =>
    Boolean(subjects?.[language]?.trim() && bodies?.[language]?.trim());
  return ([locale, "de", "en"] as const).find(isWhole) ?? null;
}

/** The paragraphs of what was typed: an empty line parts them. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** Why its reader has it, in small letters above the link to leave. */
export function campaignFoot(locale: Locale, list: string): string[] {
  return locale === "de"
    ? [
        `Sie erhalten diese Nachricht, weil Sie „${list}“ bestellt haben.`,
        "Sie können sich jederzeit abmelden:",
      ]
    : [
        `You receive this message because you asked for “${list}”.`,
        "You can unsubscribe at any time:",
      ];
}

type TextPart = { text: string; isLink: boolean };

/** A text in pieces: web addresses, and what stands between them. */
export function partsOf(text: string): TextPart[] {
  // What ends a sentence, or closes a bracket around it, is no part of an address.
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]’”“'])/)
    .map((piece, index) => ({ text: piece, isLink: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
