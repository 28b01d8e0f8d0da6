import type Mail from "nodemailer/lib/mailer";
import { partsOf } from "@/domain/campaign-mail";
import { bounceAddress } from "../bounce-address";
import type { BounceSettings } from "../bounce-settings";
import type { MailFacts } from "./mail-facts";
import { mailWords } from "./mail-words";

interface Sender {
  mailFrom: string;
  siteUrl: string;
  bounces: BounceSettings | null;
}

/**
 * One mail, ready to be handed over. Its Message-ID is that of its row, so that a mail which had to
 * be sent twice can be recognised. List mail brings one-click unsubscription (RFC 8058).
 */
export function mailMessage(
  facts: MailFacts,
  { mailFrom, siteUrl, bounces }: Sender,
): Mail.Options {
  const { subject, body, action, foot } = mailWords(facts);
  const link = action && { label: action.label, url: siteUrl + action.path };
  const isListMail = facts.template === "subscribed" || facts.template === "campaign";
  const unsubscribe = isListMail ? unsubscribeLink(facts, siteUrl) : null;
  const small = unsubscribe ? [...foot, unsubscribe] : foot;
  const text = [...body, ...(link ? [`${link.label}:\n${link.url}`] : []), ...small].join("\n\n");
  return {
    from: { name: facts.workspace, address: mailFrom },
    to: facts.recipient,
    // What comes back says by its address which mail it was (variable envelope return path).
    ...(bounces && { envelope: { from: bounceAddress(facts.id, bounces), to: facts.recipient } }),
    subject,
    text,
    html: html({ facts, body, link, small }),
    messageId: `<${facts.id}@${new URL(siteUrl).hostname}>`,
    headers: {
      // Nobody's holiday answers this (RFC 3834).
      "Auto-Submitted": "auto-generated",
      ...(facts.isRepeated && { "X-Spur-Repeated": "yes" }),
      ...(unsubscribe && {
        "List-Unsubscribe": `<${oneClickLink(facts, siteUrl)}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

function token(facts: MailFacts): string {
  return "token" in facts ? encodeURIComponent(facts.token) : "";
}

function unsubscribeLink(facts: MailFacts, siteUrl: string): string {
  return `${siteUrl}/contact/${facts.slug}/unsubscribe?token=${token(facts)}`;
}

function oneClickLink(facts: MailFacts, siteUrl: string): string {
  return `${siteUrl}/api/contact/${facts.slug}/unsubscribe?token=${token(facts)}`;
}

interface Parts {
  facts: MailFacts;
  body: readonly string[];
  link: { label: string; url: string } | null;
  small: readonly string[];
}

function html({ facts, body, link, small }: Parts): string {
  const accent = `hsl(${facts.accentHue} 55% 35%)`;
  const paragraphs = body.map(
    (text) => `<p style="margin:0 0 20px;white-space:pre-line">${withLinks(text)}</p>`,
  );
  const button = link
    ? `<p style="margin:0 0 24px"><a href="${escaped(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${accent};color:#fff;text-decoration:none">${escaped(link.label)}</a></p>`
    : "";
  const notes = small.map(
    (text) => `<p style="margin:0 0 8px;color:#5b6475;font-size:14px">${linked(text)}</p>`,
  );
  return `<!doctype html><html lang="${facts.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="margin:0;padding:32px 20px;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5;color:#1d2433;background:#fff"><div style="max-width:520px;margin:0 auto"><p style="margin:0 0 24px;font-weight:600;color:${accent}">${escaped(facts.workspace)}</p>${paragraphs.join("")}${button}${notes.join("")}</div></body></html>`;
}

/** Addresses in what a member wrote can be clicked. */
function withLinks(text: string): string {
  const pieces = partsOf(text).map((part) =>
    part.isLink
      ? `<a href="${escaped(part.text)}" style="color:inherit;word-break:break-all">${escaped(part.text)}</a>`
      : escaped(part.text),
  );
  return pieces.join("");
}

function linked(text: string): string {
  if (!/^https?:\/\/\S+$/.test(text)) return escaped(text);
  return `<a href="${escaped(text)}" style="color:#5b6475;word-break:break-all">${escaped(text)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
