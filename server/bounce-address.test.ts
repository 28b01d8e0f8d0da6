import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { bounceAddress, bouncedMail } from "./bounce-address";
import { bounceSettings } from "./bounce-settings";

const settings = { address: "bounce@spur.example", secret: "x".repeat(32) };
const mailId = randomUUID();
const address = bounceAddress(mailId, settings);

it("makes an address that mail servers take, and finds the mail of it again", () => {
  expect(address.split("@")[0]?.length).toBeLessThanOrEqual(64);
  expect(bouncedMail(`"Spur" <${address}>`, settings)).toBe(mailId);
  expect(bouncedMail(address.toUpperCase(), settings)).toBe(mailId);
});

const other = randomUUID().replaceAll("-", "");

it.each([
  ["with another mail", address.replace(/\+[\da-f]{32}/, `+${other}`)],
  ["with another tag", address.replace(/-[\da-f]{16}/, "-0123456789abcdef")],
  ["without a tag", address.replace(/-[\da-f]{16}/, "")],
  ["of another domain", address.replace("spur.example", "spur.example.test")],
  ["inside of another one", `x${address}`],
  ["that is none", "bounce@spur.example"],
])("finds none in an address %s", (_, text) => {
  expect(bouncedMail(text, settings)).toBeNull();
});

it("finds none that was signed with another secret", () => {
  expect(bouncedMail(address, { ...settings, secret: "y".repeat(32) })).toBeNull();
});

it("wants address and secret together", () => {
  expect(bounceSettings({ SPUR_BOUNCE_ADDRESS: "", SPUR_BOUNCE_SECRET: "" })).toBeNull();
  expect(() => bounceSettings({ SPUR_BOUNCE_ADDRESS: settings.address })).toThrow("together");
});
