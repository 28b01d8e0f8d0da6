import * as z from "zod/mini";
import { contactQuestion } from "./contact-question-input";
import { localizedText } from "./localized-text-input";

const fieldUse = z.enum(["off", "optional", "required"]);

const contactPage = z.object({
  workspace: z.string(),
  slug: z.string(),
  accentHue: z.number(),
  timeZone: z.string(),
  titles: z.nullable(localizedText),
  introductions: z.nullable(localizedText),
  thanks: z.nullable(localizedText),
  /** A small picture as a data URL. */
  logo: z.nullable(z.string()),
  /** Whether customers may come to a page of their own. */
  hasMyPage: z.boolean(),
  fields: z.object({ company: fieldUse, phone: fieldUse }),
  questions: z.array(contactQuestion),
  consentTexts: z.nullable(localizedText),
  privacyUrl: z.nullable(z.string()),
  lists: z.array(
    z.object({ id: z.string(), names: localizedText, descriptions: z.nullable(localizedText) }),
  ),
});

/** What everybody may see of a workspace's contact page. */
export type ContactPage = z.infer<typeof contactPage>;

/** Null for something else. */
export function parseContactPage(answer: unknown): ContactPage | null {
  return contactPage.safeParse(answer).data ?? null;
}

const challenge = z.object({ challenge: z.string(), bits: z.number() });

/** Work that goes with a message; `domain/proof-of-work.ts` does it. */
export type ContactChallenge = z.infer<typeof challenge>;

/** Null for something else. */
export function parseContactChallenge(answer: unknown): ContactChallenge | null {
  return challenge.safeParse(answer).data ?? null;
}

const sending = z.enum(["received", "unproven"]);

/** `unproven`: a mail asks the sender for a click first. */
export type ContactSending = z.infer<typeof sending>;

/** Null for something else. */
export function parseContactSending(answer: unknown): ContactSending | null {
  return sending.safeParse(answer).data ?? null;
}

const subscriptionLink = z.object({
  workspace: z.string(),
  slug: z.string(),
  accentHue: z.number(),
  logo: z.nullable(z.string()),
  listNames: localizedText,
  email: z.string(),
  status: z.enum(["pending", "accepted", "rejected", "invalid", "unsubscribed"]),
  purpose: z.optional(z.enum(["confirm_subscription", "unsubscribe"])),
  isUsed: z.optional(z.boolean()),
  isExpired: z.optional(z.boolean()),
});

/** What the link of a list mail is about. */
export type SubscriptionLink = z.infer<typeof subscriptionLink>;

/** Null for something else. */
export function parseSubscriptionLink(answer: unknown): SubscriptionLink | null {
  return subscriptionLink.safeParse(answer).data ?? null;
}
