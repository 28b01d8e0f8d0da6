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
