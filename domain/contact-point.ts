import { z } from "zod";

/** In the order in which people look for them. */
export const contactKinds = ["email", "phone", "web", "social", "postal"] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Those that are one text; a postal address has parts. */
export const typedContactKinds = ["email", "phone", "web", "social"] as const;
export type TypedContactKind = (typeof typedContactKinds)[number];

/** The parts of a postal address; `country` is ISO 3166. */
export const contactAddress = z.object({
  street: z.exactOptional(z.string()),
  extra: z.exactOptional(z.string()),
  postalCode: z.exactOptional(z.string()),
  city: z.exactOptional(z.string()),
  region: z.exactOptional(z.string()),
  country: z.string(),
});
export type ContactAddress = z.infer<typeof contactAddress>;

/** As `private.contact_points_of` tells it; `value` in the spelling that is stored. */
export const storedContactPoint = z.object({
  id: z.string(),
  kind: z.enum(contactKinds),
  value: z.string(),
  extension: z.string().nullable(),
  address: contactAddress.nullable(),
  isPrimary: z.boolean(),
});
export type StoredContactPoint = z.infer<typeof storedContactPoint>;

/** A way to reach a party, with how it reads and what a click on it opens. */
export type ContactPoint = StoredContactPoint & { shown: string; href: string };

const socialHosts =
  /^https?:\/\/([\w-]+\.)?(linkedin\.com|xing\.com|facebook\.com|instagram\.com|x\.com|twitter\.com|youtube\.com|tiktok\.com|github\.com|bsky\.app|mastodon\.social|threads\.(net|com)|t\.me|wa\.me)\//i;

/** What a text seems to be: everything that is neither an e-mail nor a site may be a number. */
export function contactKindOf(text: string): TypedContactKind {
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (socialHosts.test(whole)) return "social";
  if (/^https?:\/\//i.test(text)) return "web";
  if (text.includes("@")) return "email";
  return /^[^\s/]+\.\p{L}{2,}(\/|$)/u.test(text) ? "web" : "phone";
}

/** What an address is for, by kind; the codes are those of OFBiz. */
export const contactPurposes = {
  email: ["PRIMARY_EMAIL", "BILLING_EMAIL", "MARKETING_EMAIL"],
  phone: ["PRIMARY_PHONE", "PHONE_WORK", "PHONE_MOBILE", "PHONE_HOME", "FAX_NUMBER"],
  web: ["PRIMARY_WEB_URL"],
  social: ["LINKEDIN_URL"],
  postal: ["GENERAL_LOCATION", "BILLING_LOCATION", "SHIPPING_LOCATION", "PAYMENT_LOCATION"],
} as const satisfies Record<ContactKind, readonly string[]>;
