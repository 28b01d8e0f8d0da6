import { type Browser, chromium, type Page } from "@playwright/test";
import { buildApp } from "../scripts/build-app";
import { findChromium } from "../scripts/chromium";
import { type Demo, seedDemo } from "../seeds/demo";
import { startEnvironment } from "./environment";
import { enterPassword } from "./pages/sign-in";

/** `npm run pictures`: the pictures of the README, from the built application and the demo. */
const PICTURES = [
  { name: "board-light", scheme: "light", width: 1440, height: 900, open: null },
  { name: "board-dark", scheme: "dark", width: 1440, height: 900, open: null },
  { name: "board-tablet", scheme: "light", width: 1024, height: 768, open: null },
  {
    name: "board-panel",
    scheme: "light",
    width: 1440,
    height: 900,
    open: "Rahmenvertrag Arbeitskleidung 2 Jahre",
  },
] as const;

type Picture = (typeof PICTURES)[number];

await buildApp();
const { environment, stop } = await startEnvironment();
try {
  const demo = await seedDemo(environment.databaseUrl);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
  });
  for (const picture of PICTURES) await take(browser, environment.appUrl, demo, picture);
  await browser.close();
} finally {
  await stop();
}

async function take(browser: Browser, baseURL: string, demo: Demo, picture: Picture) {
  const { name, scheme, width, height, open } = picture;
  const [login] = demo.logins;
  if (!login) throw new Error("The demo has no logins.");
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme: scheme,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    hasTouch: name === "board-tablet",
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await enterPassword(page, login);
  await page.waitForURL(`**/${demo.workspaceSlug}/board`);
  await page.getByRole("status").getByText("Live", { exact: true }).waitFor();
  if (open) await openPanel(page, open);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `e2e/pictures/${name}.png`, animations: "disabled" });
  await context.close();
}

async function openPanel(page: Page, name: string): Promise<void> {
  await page
    .getByRole("article")
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole("link")
    .click();
  await page.locator("[data-panel] time").first().waitFor();
}
