import type { MailFacts } from "./mail-facts";

export interface MailWords {
  subject: string;
  /** Paragraphs before the link. */
  body: readonly string[];
  /** What the link leads to, below the public pages of the workspace. */
  action: { label: string; path: string } | null;
  /** In small letters, below. */
  foot: readonly string[];
}

const repeated = {
  de: "Diese Nachricht erreicht Sie vielleicht zweimal: Beim ersten Versand kam keine Bestätigung an.",
  en: "This message may reach you twice: the first time, its delivery was not confirmed.",
};

/** What a mail says, in the language of its reader. */
export function mailWords(facts: MailFacts): MailWords {
  const words = facts.locale === "de" ? german(facts) : english(facts);
  if (!facts.isRepeated) return words;
  return { ...words, foot: [...words.foot, repeated[facts.locale]] };
}

function german(facts: MailFacts): MailWords {
  const ignore =
    "Sie haben das nicht angefordert? Dann können Sie diese Nachricht einfach löschen.";
  switch (facts.template) {
    case "confirm_subscription":
      return {
        subject: `Bitte bestätigen: ${facts.list}`,
        body: [
          `${facts.workspace} möchte Ihnen „${facts.list}“ schicken. Bitte bestätigen Sie, dass Sie das möchten.`,
        ],
        action: { label: "Ja, ich möchte das", path: linkPath(facts, "confirm") },
        foot: ["Der Link gilt sieben Tage und nur einmal.", ignore],
      };
    case "subscribed":
      return {
        subject: `Willkommen: ${facts.list}`,
        body: [
          `Sie erhalten ab jetzt „${facts.list}“ von ${facts.workspace}. Danke für Ihr Interesse.`,
        ],
        action: null,
        foot: ["Sie können sich jederzeit abmelden:"],
      };
    case "confirm_message":
      return {
        subject: `Bitte bestätigen: Ihre Nachricht an ${facts.workspace}`,
        body: ["Ihre Nachricht wartet. Mit einem Klick auf den Link schicken Sie sie ab."],
        action: { label: "Nachricht abschicken", path: linkPath(facts, "send") },
        foot: ["Der Link gilt zwei Tage und nur einmal.", ignore],
      };
    case "message_received":
      return {
        subject: `Ihre Nachricht an ${facts.workspace}`,
        body: [
          "Guten Tag,",
          `Ihre Nachricht an ${facts.workspace} ist angekommen. Wir melden uns bei Ihnen.`,
        ],
        action: null,
        foot: ["Sie haben uns nicht geschrieben? Dann können Sie diese Mail einfach löschen."],
      };
  }
}

function english(facts: MailFacts): MailWords {
  const ignore = "You did not ask for this? Then simply delete this message.";
  switch (facts.template) {
    case "confirm_subscription":
      return {
        subject: `Please confirm: ${facts.list}`,
        body: [
          `${facts.workspace} would like to send you “${facts.list}”. Please confirm that you want it.`,
        ],
        action: { label: "Yes, I want this", path: linkPath(facts, "confirm") },
        foot: ["The link works once, within seven days.", ignore],
      };
    case "subscribed":
      return {
        subject: `Welcome: ${facts.list}`,
        body: [
          `From now on you receive “${facts.list}” from ${facts.workspace}. Thank you for your interest.`,
        ],
        action: null,
        foot: ["You can unsubscribe at any time:"],
      };
    case "confirm_message":
      return {
        subject: `Please confirm: your message to ${facts.workspace}`,
        body: ["Your message is waiting. One click on the link sends it."],
        action: { label: "Send the message", path: linkPath(facts, "send") },
        foot: ["The link works once, within two days.", ignore],
      };
    case "message_received":
      return {
        subject: `Your message to ${facts.workspace}`,
        body: [
          "Hello,",
          `Your message to ${facts.workspace} has arrived. We will get back to you.`,
        ],
        action: null,
        foot: ["You did not write to us? Then simply delete this mail."],
      };
  }
}

function linkPath(facts: { slug: string; token: string }, page: string): string {
  return `/contact/${facts.slug}/${page}?token=${encodeURIComponent(facts.token)}`;
}
