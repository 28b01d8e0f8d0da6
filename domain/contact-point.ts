import { z } from "zod";

export type ContactKind = "email" | "phone" | "web";

/** As `private.contact_points_of` tells it; `value` in the spelling that is stored. */
export const storedContactPoint = z.object({
  id: z.string(),
  kind: z.enum(["email", "phone", "web"]),
  value: z.string(),
  extension: z.string().nullable(),
  isPrimary: z.boolean(),
});
export type StoredContactPoint = z.infer<typeof storedContactPoint>;

/** A way to reach a party, with how it reads and what a click on it opens. */
export type ContactPoint = StoredContactPoint & { shown: string; href: string };

/** What a text seems to be: everything that is neither an e-mail nor a site may be a number. */
export function contactKindOf(text: string): ContactKind {
  if (/^https?:\/\//i.test(text)) return "web";
  if (text.includes("@")) return "email";
  return /^[^\s/]+\.\p{L}{2,}(\/|$)/u.test(text) ? "web" : "phone";
}
