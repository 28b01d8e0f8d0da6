import { createHmac, timingSafeEqual } from "node:crypto";
import type { BounceSettings } from "./bounce-settings";

/*
 * A mail leaves with an envelope sender of its own, "bounce+<id>-<tag>@domain" (VERP): whatever comes
 * back to it is about this mail. The tag is 64 bits of an HMAC, so that nobody makes one up. All in
 * lower case and without dots, because mail servers on the way may change case.
 */
export function bounceAddress(mailId: string, { address, secret }: BounceSettings): string {
  const [local, domain] = address.split("@");
  return `${local}+${mailId.replaceAll("-", "")}-${tagOf(mailId, secret)}@${domain}`;
}

/** The mail that the first address of its kind in a text is of; null where none is, or none of ours. */
export function bouncedMail(text: string, { address, secret }: BounceSettings): string | null {
  const [local = "", domain = ""] = address.split("@").map(escaped);
  const found = new RegExp(
    `(?<![\\w.+-])${local}\\+([\\da-f]{32})-([\\da-f]{16})@${domain}(?![\\w.-])`,
    "i",
  ).exec(text);
  if (!found) return null;
  const [, hex = "", tag = ""] = found;
  const mailId = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const isOurs = timingSafeEqual(
    Buffer.from(tag.toLowerCase()),
    Buffer.from(tagOf(mailId, secret)),
  );
  return isOurs ? mailId : null;
}

/** What the database believes a bounce by: HMAC-SHA256 of all that is said. */
export function signBounce(mailId: string, detail: string, secret: string): string {
  return createHmac("sha256", secret).update(`bounce ${mailId} ${detail}`).digest("hex");
}

function tagOf(mailId: string, secret: string): string {
  return createHmac("sha256", secret).update(`return path ${mailId}`).digest("hex").slice(0, 16);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
