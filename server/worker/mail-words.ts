import { campaignFoot, paragraphsOf } from "@/domain/campaign-mail";
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
    case "sign_in":
      return {
        subject: `Ihr Zugang zu Ihrer Seite bei ${facts.workspace}`,
        body: [
          `Mit diesem Link kommen Sie auf Ihre Seite bei ${facts.workspace}: Dort sehen und ändern Sie Ihre Angaben und lesen unsere Antworten.`,
        ],
        action: { label: "Meine Seite öffnen", path: linkPath(facts, "my/enter") },
        foot: ["Der Link gilt 30 Minuten und nur einmal.", ignore],
      };
    case "verify_email":
      return {
        subject: "Bitte bestätigen: Ihre neue E-Mail-Adresse",
        body: [
          `Diese Adresse wurde auf Ihrer Seite bei ${facts.workspace} eingetragen. Sie gilt, sobald Sie das bestätigen.`,
        ],
        action: { label: "Adresse bestätigen", path: linkPath(facts, "my/verify") },
        foot: ["Der Link gilt einen Tag und nur einmal.", ignore],
      };
    case "email_changed":
      return {
        subject: `Ihre Adresse bei ${facts.workspace} wurde geändert`,
        body: [
          `Auf Ihrer Seite bei ${facts.workspace} steht ab jetzt eine andere E-Mail-Adresse. An diese hier schreiben wir nicht mehr.`,
        ],
        action: { label: "Schreiben Sie uns", path: `/contact/${facts.slug}` },
        foot: ["Sie waren das nicht? Dann schreiben Sie uns bitte gleich."],
      };
    case "answered":
      return {
        subject: `Antwort von ${facts.workspace}`,
        body: [facts.body, ...(facts.author ? [`${facts.author}, ${facts.workspace}`] : [])],
        action: { label: "Lesen und antworten", path: `/contact/${facts.slug}/my` },
        foot: ["Antworten Sie bitte auf Ihrer Seite: Diese Adresse liest niemand."],
      };
    case "erasure_requested":
      return {
        subject: `Ihr Wunsch an ${facts.workspace}: Daten löschen`,
        body: [
          "Guten Tag,",
          `Ihr Wunsch, Ihre Daten zu löschen, ist angekommen. Sie erhalten bis zum ${dayIn(facts)} eine Antwort.`,
        ],
        action: { label: "Meine Seite öffnen", path: `/contact/${facts.slug}/my` },
        foot: ["Sie waren das nicht? Dann nehmen Sie den Wunsch auf Ihrer Seite zurück."],
      };
    case "campaign":
      return campaign(facts, campaignFoot("de", facts.list));
    case "campaign_test":
      return campaign(facts, [
        `Test der Kampagne „${facts.campaign}“. An die Listen geht sie mit einem Link zum Abmelden.`,
      ]);
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
    case "sign_in":
      return {
        subject: `Your way to your page at ${facts.workspace}`,
        body: [
          `This link opens your page at ${facts.workspace}: see and correct your details there, and read our answers.`,
        ],
        action: { label: "Open my page", path: linkPath(facts, "my/enter") },
        foot: ["The link works once, within 30 minutes.", ignore],
      };
    case "verify_email":
      return {
        subject: "Please confirm: your new e-mail address",
        body: [
          `This address was entered on your page at ${facts.workspace}. It counts once you confirm it.`,
        ],
        action: { label: "Confirm the address", path: linkPath(facts, "my/verify") },
        foot: ["The link works once, within one day.", ignore],
      };
    case "email_changed":
      return {
        subject: `Your address at ${facts.workspace} was changed`,
        body: [
          `Your page at ${facts.workspace} now has another e-mail address. We will not write to this one any more.`,
        ],
        action: { label: "Write to us", path: `/contact/${facts.slug}` },
        foot: ["This was not you? Then please write to us at once."],
      };
    case "answered":
      return {
        subject: `Answer from ${facts.workspace}`,
        body: [facts.body, ...(facts.author ? [`${facts.author}, ${facts.workspace}`] : [])],
        action: { label: "Read and answer", path: `/contact/${facts.slug}/my` },
        foot: ["Please answer on your page: nobody reads this address."],
      };
    case "erasure_requested":
      return {
        subject: `Your request to ${facts.workspace}: delete my data`,
        body: [
          "Hello,",
          `Your request to delete your data has arrived. You will have an answer by ${dayIn(facts)}.`,
        ],
        action: { label: "Open my page", path: `/contact/${facts.slug}/my` },
        foot: ["This was not you? Then take the request back on your page."],
      };
    case "campaign":
      return campaign(facts, campaignFoot("en", facts.list));
    case "campaign_test":
      return campaign(facts, [
        `A test of the campaign “${facts.campaign}”. To its lists it goes with a link to unsubscribe.`,
      ]);
  }
}

/** What marketing wrote, as it stands there. */
function campaign(
  { template, subject, body }: { template: string; subject: string; body: string },
  foot: readonly string[],
): MailWords {
  const isTest = template === "campaign_test";
  return {
    subject: isTest ? `[Test] ${subject}` : subject,
    body: paragraphsOf(body),
    action: null,
    foot,
  };
}

function linkPath(facts: { slug: string; token: string }, page: string): string {
  return `/contact/${facts.slug}/${page}?token=${encodeURIComponent(facts.token)}`;
}

function dayIn({ dueOn, locale }: { dueOn: string; locale: "de" | "en" }): string {
  return new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(dueOn));
}
