import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** The scripts that the page names itself. */
export async function scriptsOf(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() =>
    [...document.scripts].map(({ src }) => src).filter((src) => src !== ""),
  );
  return await Promise.all(
    [...new Set(addresses)].map(async (address) => await (await fetch(address)).text()),
  );
}

/** Bytes as they travel. */
export function weightOf(scripts: readonly string[]): number {
  return scripts.reduce((bytes, script) => bytes + gzipSync(script).length, 0);
}
