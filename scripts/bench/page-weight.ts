import type { BrowserContext, Page } from "@playwright/test";
import { openBrowser, signedIn } from "./browser";
import type { Load } from "./fixture";
import type { Line } from "./report";

/** Long enough for what a page fetches once it stands. */
const AFTERWARDS_MS = 5_000;
/** Bytes until the board can be used. */
const MOST = 200_000;

/**
 * The scripts that a browser with an empty cache downloads until a card answers to a key: their
 * bodies as they travel, compressed, without headers. The floor is the sign-in page of the same
 * build: framework and a form.
 */
export async function measurePageWeight(siteUrl: string, load: Load): Promise<Line[]> {
  const browser = await openBrowser();
  try {
    const visitor = await browser.newContext();
    const floor = await weigh(visitor, `${siteUrl}/sign-in`, untilFormIsAlive);
    const member = await signedIn(browser, siteUrl, load);
    const board = await weigh(member, `${siteUrl}/${load.slug}/board`, untilCardAnswers);
    return [
      {
        what: "JavaScript until a card of the board answers to a key, gzip",
        measured: formatKb(board.untilUsable),
        floor: formatKb(floor.untilUsable),
        ratio: `${(board.untilUsable / floor.untilUsable).toFixed(2)} ×`,
        promise: { says: `≤ ${formatKb(MOST)}`, isKept: board.untilUsable <= MOST },
      },
      { what: "  with what it fetches afterwards", measured: formatKb(board.inTotal) },
    ];
  } finally {
    await browser.close();
  }
}

async function weigh(
  context: BrowserContext,
  url: string,
  untilUsable: (page: Page) => Promise<number>,
) {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "commit" });
  const usableAt = await untilUsable(page);
  await page.waitForTimeout(AFTERWARDS_MS);
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .map(({ responseEnd, encodedBodySize }) => ({ responseEnd, encodedBodySize })),
  );
  const sum = (some: typeof scripts) =>
    some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  return {
    untilUsable: sum(scripts.filter(({ responseEnd }) => responseEnd <= usableAt)),
    inTotal: sum(scripts),
  };
}

/** Milliseconds since navigation when React listens to the form. */
async function untilFormIsAlive(page: Page): Promise<number> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("form") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
  return await page.evaluate(() => performance.now());
}

/** Presses a key on a card in every frame; milliseconds since navigation when one is taken. */
function untilCardAnswers(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const press = () => {
          const card = document.querySelector<HTMLElement>("[data-card] a");
          card?.focus();
          // An event that is taken has its default prevented.
          const isFree = card?.dispatchEvent(
            new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }),
          );
          if (isFree === false) resolve(performance.now());
          else requestAnimationFrame(press);
        };
        press();
      }),
  );
}

/** Thousands of bytes. */
function formatKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
