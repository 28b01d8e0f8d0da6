import type { BrowserContext } from "@playwright/test";
import { openBrowser, signedIn } from "./browser";
import type { Load } from "./fixture";
import type { Line } from "./report";

/** Long enough for what a page fetches once it stands; not part of what is compared. */
const AFTERWARDS_MS = 3_000;

/**
 * The scripts that a browser with an empty cache downloads until cards stand on the board, as bytes
 * on the wire, compressed. The floor is the sign-in page of the same build: framework and a form.
 */
export async function measurePageWeight(siteUrl: string, load: Load): Promise<Line[]> {
  const browser = await openBrowser();
  try {
    const visitor = await browser.newContext();
    const floor = await weigh(visitor, `${siteUrl}/sign-in`, "form");
    const member = await signedIn(browser, siteUrl, load);
    const board = await weigh(member, `${siteUrl}/${load.slug}/board`, CARD);
    return [
      {
        what: "JavaScript until the board can be used",
        measured: formatKb(board.untilUsable),
        floor: formatKb(floor.untilUsable),
        ratio: `${(board.untilUsable / floor.untilUsable).toFixed(2)} ×`,
      },
      { what: "  with what it fetches afterwards", measured: formatKb(board.inTotal) },
    ];
  } finally {
    await browser.close();
  }
}

/** What a card of the board is known by. */
const CARD = "[data-card]";

async function weigh(context: BrowserContext, url: string, selector: string) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await devtools.send("Network.enable");
  await page.goto(url, { waitUntil: "load" });
  await page.locator(selector).first().waitFor();
  const untilUsable = bytes;
  await page.waitForTimeout(AFTERWARDS_MS);
  return { untilUsable, inTotal: bytes };
}

function formatKb(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} kB`;
}
