import type { NewMail } from "./mail-store";

const SENDER = "noreply@spur.example";

/**
 * Finishes a mail of the Auth server. It knows only the site as the place to go on to, so the
 * `next` of its links is exchanged for what the request asked for; its own text part carries a
 * link that nobody serves, so the text is taken from the HTML.
 */
export function composeAuthMail(
  message: { to: string; subject: string; html: string },
  siteUrl: string,
  next: string,
): NewMail {
  const html = message.html.replaceAll(`next=${siteUrl}"`, `next=${encodeURIComponent(next)}"`);
  return { from: SENDER, to: [message.to], subject: message.subject, text: toText(html), html };
}

/** The readable part of a simple mail: links keep their address, everything else loses its tags. */
function toText(html: string): string {
  return html
    .replace(/<(head|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<a [^>]*href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g, "$2: $1")
    .replace(/<\/(p|h1|div|tr)>/g, "\n\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&nbsp;", " ")
    .replace(/[ \t]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
