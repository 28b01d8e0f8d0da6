import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { isFreeSlug } from "@/domain/workspace-slug";

/** First parts of the application's own addresses; folders in parentheses are no part of one. */
function ownAddresses(folder: URL): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return folders.flatMap(({ name }) => {
    if (name.startsWith("(")) return ownAddresses(new URL(`${name}/`, folder));
    return /^[a-z]/.test(name) ? [name] : [];
  });
}

it("lets no workspace take an address of the application itself", () => {
  const own = ownAddresses(new URL("../app/", import.meta.url));
  expect(own).toContain("sign-in");
  for (const name of own) expect(isFreeSlug(name), name).toBe(false);
});
