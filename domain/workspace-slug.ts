import { matchKey } from "./import-text";

/** As the database checks it. */
export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

const longest = 40;

/** First parts of addresses that belong to the application itself. */
const reservedSlugs: ReadonlySet<string> = new Set([
  "api",
  "auth",
  "contact",
  "forgot-password",
  "health",
  "set-password",
  "sign-in",
  "sign-out",
  "sign-up",
  "static",
  "welcome",
]);

export function isFreeSlug(slug: string): boolean {
  return !reservedSlugs.has(slug);
}

/** The readable part of a workspace's address: "Müller & Söhne GmbH" becomes "mueller-soehne-gmbh". */
export function slugOf(company: string): string {
  const slug = matchKey(company)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  if (slug === "") return "spur-1";
  return isFreeSlug(slug) ? slug : `${slug}-1`;
}
