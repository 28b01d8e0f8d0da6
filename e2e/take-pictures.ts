import { type Browser, chromium, type Page } from "@playwright/test";
import { buildApp } from "../scripts/build-app";
import { findChromium } from "../scripts/chromium";
import { type Demo, seedDemo } from "../seeds/demo";
import { type Environment, startEnvironment } from "./environment";
import { openMailbox } from "./mailbox";
import { signInByLink } from "./pages/my-page";
import { enterPassword } from "./pages/sign-in";

// `npm run pictures`: the pictures of the README, from the built application and the demo.

type Size = { width: number; height: number; isTouched?: true };

const desk: Size = { width: 1440, height: 900 };
const tablet: Size = { width: 1024, height: 768, isTouched: true };
const phone: Size = { width: 390, height: 844, isTouched: true };
const wall: Size = { width: 1920, height: 1080 };

/** An address of the workspace, and perhaps what is opened there: an opportunity, a contact, a campaign. */
type Motif = { name: string; size: Size; address: string; open: string | null };

/** Of Maxinchen Musterfrau. */
const customer = "maxinchen.musterfrau@mustermann-gmbh.example";

const opened = "Rahmenvertrag Arbeitskleidung 2 Jahre";

const MOTIFS: Motif[] = [
  { name: "board", size: desk, address: "board", open: null },
  { name: "board-panel", size: desk, address: "board", open: opened },
  { name: "board-tablet", size: tablet, address: "board", open: null },
  { name: "list", size: desk, address: "board?view=list", open: null },
  { name: "forecast", size: desk, address: "board?view=forecast", open: null },
  { name: "wall", size: wall, address: "board/wall", open: null },
  { name: "contacts", size: desk, address: "parties", open: null },
  { name: "contact", size: desk, address: "parties", open: "Mustermann GmbH" },
  { name: "leads", size: desk, address: "leads", open: null },
  { name: "requests", size: desk, address: "requests", open: null },
  { name: "campaign", size: desk, address: "campaigns", open: "Sommerkollektion" },
];

const SCHEMES = ["light", "dark"] as const;

type Scheme = (typeof SCHEMES)[number];

await buildApp();
const { environment, stop } = await startEnvironment();
try {
  const demo = await seedDemo(environment.databaseUrl);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
  });
  for (const scheme of SCHEMES) {
    for (const motif of MOTIFS) await take(browser, environment.appUrl, demo, motif, scheme);
  }
  await takeCustomerPages(browser, environment, demo.workspaceSlug);
  await browser.close();
} finally {
  await stop();
}

async function take(
  browser: Browser,
  baseURL: string,
  { workspaceSlug, logins }: Demo,
  { name, size, address, open }: Motif,
  scheme: Scheme,
) {
  const [login] = logins;
  if (!login) throw new Error("The demo has no logins.");
  const context = await browser.newContext({
    baseURL,
    viewport: size,
    colorScheme: scheme,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    hasTouch: size.isTouched === true,
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await enterPassword(page, login);
  await page.waitForURL(`**/${workspaceSlug}/board`);
  await page.goto(`/${workspaceSlug}/${address}`);
  await heard(page);
  if (open) await openerOf(address)(page, open);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `e2e/pictures/${name}-${scheme}.png`, animations: "disabled" });
  await context.close();
}

function openerOf(address: string) {
  if (address === "parties") return openContact;
  return address === "campaigns" ? openCampaign : openPanel;
}

/** What a customer sees on a phone, in German: the contact page, and their own after signing in. */
async function takeCustomerPages(
  browser: Browser,
  { appUrl, mailboxUrl }: Environment,
  slug: string,
) {
  const context = await browser.newContext({
    baseURL: appUrl,
    viewport: phone,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    hasTouch: true,
  });
  const page = await context.newPage();
  const keep = async (name: string) => {
    await page.evaluate(() => document.fonts.ready);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const path = `e2e/pictures/${name}-${colorScheme}.png`;
      await page.screenshot({ path, animations: "disabled" });
    }
  };
  await page.goto(`/contact/${slug}`);
  await keep("contact-page");
  await signInByLink(page, slug, customer, openMailbox(mailboxUrl));
  await keep("my-page");
  await context.close();
}

/** Waits until the page hears what others do; leads do not say so. */
async function heard(page: Page): Promise<void> {
  await page
    .getByRole("status")
    .getByText("Live", { exact: true })
    .or(page.getByRole("list", { name: "Leads", exact: true }))
    .first()
    .waitFor();
}

async function openCampaign(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByText("unsubscribed through it").waitFor();
}

async function openContact(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Search" }).fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForURL("**/parties/*");
  await heard(page);
}

async function openPanel(page: Page, name: string): Promise<void> {
  await page
    .getByRole("article")
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole("link")
    .click();
  await page.locator("[data-panel] time").first().waitFor();
}
