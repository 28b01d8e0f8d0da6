import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { SEED_PASSWORD } from "../../seeds/users";
import { findChromium } from "../chromium";
import type { Load } from "./fixture";

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium(),
    // Chromium cannot build its sandbox as root, which is what containers run as.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** A browser profile in which the admin of a workspace is signed in. */
export async function signedIn(
  browser: Browser,
  siteUrl: string,
  load: Load,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // Functions that are sent into a page were compiled to call this for their names.
  await context.addInitScript({ content: "globalThis.__name = (named) => named" });
  const answer = await context.request.post(`${siteUrl}/api/trpc/session.signIn`, {
    headers: { origin: siteUrl },
    data: { email: load.emails.admin, password: SEED_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`session.signIn: ${await answer.text()}`);
  return context;
}
