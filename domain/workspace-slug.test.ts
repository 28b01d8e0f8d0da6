import { expect, it } from "vitest";
import { isFreeSlug, slugOf, slugPattern } from "./workspace-slug";

it.each([
  ["Müller & Söhne GmbH", "mueller-soehne-gmbh"],
  ["  ACME  ", "acme"],
  ["Welcome", "welcome-1"],
  ["株式会社", "spur-1"],
  ["-", "spur-1"],
  ["x".repeat(200), "x".repeat(40)],
  [`${"x".repeat(39)} y`, "x".repeat(39)],
])("%j has the address %j", (company, slug) => {
  expect(slugOf(company)).toBe(slug);
  expect(slug).toMatch(slugPattern);
  expect(isFreeSlug(slug)).toBe(true);
});
