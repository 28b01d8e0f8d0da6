import type { Page } from "@playwright/test";
import { openBrowser, signedIn } from "./browser";
import type { Load } from "./fixture";
import { type Line, median, percentile } from "./report";

const DROPS = 15;
const LOADED = 10_000;
const SCROLLS = 4;
const FRAMES = 150;
/** Two frames of a screen of 60 a second: longer is a jerk that people see. */
const LONG_MS = 32;

/** What a hand feels: how soon a dropped card is painted, and whether a long column scrolls evenly. */
export async function measureHand(siteUrl: string, load: Load): Promise<Line[]> {
  const browser = await openBrowser();
  try {
    const member = await signedIn(browser, siteUrl, load);
    const board = await member.newPage();
    await board.goto(`${siteUrl}/${load.slug}/board`);
    await board.locator("[data-card]").first().waitFor();
    const drops: number[] = [];
    for (let n = 0; n < DROPS; n++) drops.push(await drop(board, n));
    const empty = await member.newPage();
    const loaded = await loadLongest(board);
    const frames = { board: [] as number[], empty: [] as number[] };
    for (let n = 0; n < SCROLLS; n++) {
      frames.board.push(...(await scroll(board, `[data-column="${loaded.column}"]`)));
      await empty.setContent(
        `<div style="overflow:auto;height:90vh"><p style="height:9e5px"></div>`,
      );
      frames.empty.push(...(await scroll(empty, "div")));
    }
    const cards = loaded.cards.toLocaleString("en");
    return [
      { what: "drop to painted card, median", measured: format(median(drops)) },
      { what: "  p95", measured: format(percentile(drops, 0.95)) },
      {
        what: `scrolling a column of ${cards} loaded cards, longest frame`,
        measured: format(Math.max(...frames.board)),
        floor: format(Math.max(...frames.empty)),
      },
      {
        what: `  frames above ${LONG_MS} ms`,
        measured: countLong(frames.board),
        floor: countLong(frames.empty),
      },
    ];
  } finally {
    await browser.close();
  }
}

/** Carries the first card of a column to the next one and back; milliseconds from letting go. */
async function drop(page: Page, n: number): Promise<number> {
  const columns = page.locator("[data-column]");
  const from = columns.nth(n % 2);
  const to = columns.nth(1 - (n % 2));
  const card = from.locator("[data-card]").first();
  const id = await card.getAttribute("data-card");
  const target = await to.getAttribute("data-column");
  const start = await card.boundingBox();
  const end = await to.boundingBox();
  if (!start || !end) throw new Error("The board shows no columns to drag between.");
  await page.mouse.move(start.x + 60, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + 36, { steps: 3 });
  await page.mouse.move(end.x + 80, end.y + 40, { steps: 8 });
  await to.locator(".border-dashed").waitFor();
  const painted = page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const untilPainted = (begin: number) => {
          requestAnimationFrame(() => {
            if (!document.querySelector(selector)) return untilPainted(begin);
            // The first task after a frame: it is painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - begin);
            port2.postMessage(null);
          });
        };
        addEventListener("pointerup", ({ timeStamp }) => untilPainted(timeStamp), {
          once: true,
          capture: true,
        });
      }),
    `[data-column="${target}"] [data-card="${id}"]`,
  );
  await page.mouse.up();
  return await painted;
}

/** Scrolls the fullest column to its end until enough cards are loaded. */
async function loadLongest(page: Page): Promise<{ column: string; cards: number }> {
  return await page.evaluate(async (wanted) => {
    const columns = [...document.querySelectorAll<HTMLElement>("[data-column]")];
    const countOf = (column: HTMLElement) =>
      Number(column.querySelector("[aria-setsize]")?.getAttribute("aria-setsize") ?? 0);
    const [longest] = columns.sort((a, b) => countOf(b) - countOf(a));
    if (!longest) throw new Error("The board shows no columns.");
    const cards = () =>
      Math.max(
        ...[...longest.querySelectorAll("[aria-posinset]")].map((row) =>
          Number(row.getAttribute("aria-posinset")),
        ),
      );
    while (cards() < Math.min(wanted, countOf(longest))) {
      longest.scrollTop = longest.scrollHeight;
      await new Promise(requestAnimationFrame);
    }
    return { column: longest.dataset.column ?? "", cards: cards() };
  }, LOADED);
}

/** Scrolls evenly from the top; milliseconds of each frame. */
async function scroll(page: Page, selector: string): Promise<number[]> {
  await page.bringToFront();
  return await page.evaluate(
    async ({ selector, frames }) => {
      const scroller = document.querySelector(selector);
      if (!scroller) throw new Error(`Nothing to scroll at ${selector}.`);
      const nextFrame = () => new Promise<number>(requestAnimationFrame);
      scroller.scrollTop = 0;
      await nextFrame();
      let last = await nextFrame();
      const times: number[] = [];
      for (let n = 0; n < frames; n++) {
        scroller.scrollTop += 80;
        const now = await nextFrame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { selector, frames: FRAMES },
  );
}

function countLong(frames: readonly number[]): string {
  return `${frames.filter((ms) => ms > LONG_MS).length} of ${frames.length}`;
}

function format(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}
