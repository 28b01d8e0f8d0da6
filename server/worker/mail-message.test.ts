import { expect, it } from "vitest";
import { bouncedMail } from "../bounce-address";
import { mailMessage } from "./mail-message";

const facts = {
  id: "3f0c3a52-7a51-4c51-8e0f-6f4b4e1d9a10",
  template: "message_received",
  locale: "de",
  recipient: "leser@post.example",
  isRepeated: false,
  workspace: "Muster GmbH",
  slug: "muster",
  accentHue: 200,
} as const;
const sender = { mailFrom: "no-reply@spur.example", siteUrl: "https://spur.example" };
const bounces = { address: "bounce@spur.example", secret: "x".repeat(32) };

it("leaves with an envelope sender that says which mail it was", () => {
  const { envelope, from } = mailMessage(facts, { ...sender, bounces });
  expect(from).toEqual({ name: "Muster GmbH", address: sender.mailFrom });
  expect(envelope).toMatchObject({ to: facts.recipient });
  expect(bouncedMail(String(envelope?.from), bounces)).toBe(facts.id);
});

it("leaves as it says in its head where nothing is taken back", () => {
  expect(mailMessage(facts, { ...sender, bounces: null })).not.toHaveProperty("envelope");
});

const campaign = {
  ...facts,
  template: "campaign",
  subject: "Neue Stoffe",
  body: "Guten Tag,\n\n<b>Leinen</b> ist da: https://fadenlauf.example/neu?a=1&b=2.",
  list: "Stoffbrief",
  token: "geheim",
} as const;

it("brings the mail of a campaign with a way to leave its lists, for people and for programs", () => {
  const { headers, html, subject, text } = mailMessage(campaign, { ...sender, bounces: null });
  expect(subject).toBe("Neue Stoffe");
  expect(headers).toMatchObject({
    "List-Unsubscribe": "<https://spur.example/api/contact/muster/unsubscribe?token=geheim>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(text).toContain("„Stoffbrief“");
  expect(text).toContain("https://spur.example/contact/muster/unsubscribe?token=geheim");
  expect(html).toContain("&#60;b&#62;Leinen&#60;/b&#62;");
  expect(html).toContain('href="https://fadenlauf.example/neu?a=1&#38;b=2"');
});

it("marks a test of a campaign, which nobody can leave", () => {
  const { token: _, list: __, ...rest } = campaign;
  const tried = { ...rest, template: "campaign_test", campaign: "Herbst" } as const;
  const { headers, subject } = mailMessage(tried, { ...sender, bounces: null });
  expect(subject).toBe("[Test] Neue Stoffe");
  expect(headers).not.toHaveProperty("List-Unsubscribe");
});
