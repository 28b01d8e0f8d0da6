import { createHmac } from "node:crypto";
import { env } from "./env";

/** What the database counts a visitor's attempts by; it believes nobody but our own signature. */
const visitorHeader = "x-spur-client";

const validSeconds = 60;

/**
 * Where a visitor's request came from. Each trusted proxy adds the address it was called from at the
 * end of X-Forwarded-For; what stands before is only what the caller says. Null without a proxy.
 */
export function visitorAddress(headers: Headers, trustedProxies: number): string | null {
  if (trustedProxies === 0) return null;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const address = hops.at(-trustedProxies) ?? "";
  return /^[0-9a-fA-F.:]{2,45}$/.test(address) ? address : null;
}

/** The header that vouches for a visitor: address, end of validity, HMAC-SHA256 of both. */
export function vouch(address: string, secret: string, now = Date.now()): string {
  const said = `${address} ${Math.floor(now / 1000) + validSeconds}`;
  return `${said} ${createHmac("sha256", secret).update(said).digest("hex")}`;
}

/** Empty where nothing can be vouched for: such visitors share one limit. */
export function visitorHeaders(headers: Headers): Record<string, string> {
  const { clientSecret, trustedProxies } = env();
  const address = visitorAddress(headers, trustedProxies);
  if (address === null || clientSecret === null) return {};
  return { [visitorHeader]: vouch(address, clientSecret) };
}
