import type { Locator, Page } from "@playwright/test";

/** Where a card is taken, from its upper left corner, px. */
const GRIP = { x: 60, y: 30 };
/** So far beside its place it is dropped, px: a hand never meets it exactly. */
const OFF = { x: 14, y: 9 };
/** As `listPadding` of the columns. */
const PADDING = 8;
/** Within what is on the screen: cards taken, and places where they go. */
const FROM_PLACES = [0, 1, 2, 3];
const TO_PLACES = [4, 1, 5, 2, 3];
const OPEN_COLUMNS = 4;

/**
 * Milliseconds from the release of the button until a frame was on the screen in which the card has
 * its new place, and until it also has flown there.
 */
export type Times = { painted: number; still: number };

/**
 * Carries a card with the mouse, by turns within its column and to the next.
 * @param rest - milliseconds between the last move and the release: the board is still when a hand
 * has slowed down to aim, and in the middle of making room when it throws the card
 */
export async function dropOnBoard(page: Page, n: number, rest: number): Promise<Times> {
  const columns = page.locator("[data-column]");
  const column = Math.floor(n / 2) % OPEN_COLUMNS;
  const source = columns.nth(column);
  const target = columns.nth((column + (n % 2)) % OPEN_COLUMNS);
  const place = TO_PLACES[n % TO_PLACES.length] ?? 0;
  // One whose place within its column changes.
  const taken = FROM_PLACES.filter((one) => n % 2 === 1 || one !== place)[n % 3] ?? 0;
  const card = source.locator(`[aria-posinset="${taken + 1}"] [data-card]`);
  const id = await card.getAttribute("data-card");
  const stage = await target.getAttribute("data-column");
  const from = await boxOf(card);
  const below = await boxOf(source.locator(`[aria-posinset="${taken + 2}"] [data-card]`));
  const list = await boxOf(target);
  const top = list.y + PADDING + place * (below.y - from.y);
  await page.mouse.move(from.x + GRIP.x, from.y + GRIP.y);
  await page.mouse.down();
  await page.mouse.move(from.x + GRIP.x + 10, from.y + GRIP.y + 6, { steps: 3 });
  await page.mouse.move(list.x + PADDING + GRIP.x + OFF.x, top + GRIP.y + OFF.y, { steps: 12 });
  await target.locator(".border-dashed").waitFor();
  await page.waitForTimeout(rest);
  const row = `[data-column="${stage}"] [aria-posinset="${place + 1}"] [data-card="${id}"]`;
  const watched = await watchDrop(page, row, `[data-flight="${id}"]`);
  const written = page.waitForResponse((response) => response.url().includes("opportunity.move"));
  await page.mouse.up();
  const times = await watched.times();
  await written;
  return times;
}

/** A page whose only element is moved to where the button is let go. */
export async function openBarePage(page: Page): Promise<void> {
  await page.setContent(`<div id="card" data-drop="-1" style="position:absolute;left:0;top:0;
    width:260px;height:88px;border:1px solid">Card</div>`);
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>("#card");
    addEventListener("pointerup", ({ clientX, clientY }) => {
      if (!card) return;
      card.style.transform = `translate(${clientX}px, ${clientY}px)`;
      card.dataset.drop = String(Number(card.dataset.drop) + 1);
    });
  });
}

/** Milliseconds from the release of the button until the moved element was on the screen. */
export async function dropBare(page: Page, n: number): Promise<number> {
  await page.mouse.move(100, 100);
  await page.mouse.down();
  await page.mouse.move(400 + n, 300, { steps: 15 });
  const watched = await watchDrop(page, `#card[data-drop="${n}"]`, "#nothing-flies");
  await page.mouse.up();
  return (await watched.times()).painted;
}

/**
 * Begins to wait for a drop in the page. In the first frame in which the card has its place and is
 * seen, there or on its flight, it puts a word into the page: the browser says when it was painted,
 * and with it everything else of that frame.
 */
async function watchDrop(page: Page, row: string, flight: string) {
  const drop = await page.evaluateHandle(
    ([row = "", flight = ""]) => {
      const measure = async (): Promise<Times> => {
        const { timeStamp } = await new Promise<PointerEvent>((resolve) => {
          addEventListener("pointerup", resolve, { once: true, capture: true });
        });
        let card: Element | null = null;
        while (!card) {
          await new Promise(requestAnimationFrame);
          card = document.querySelector(row);
          const isSeen = card?.checkVisibility({ opacityProperty: true });
          if (!isSeen && !document.querySelector(flight)) card = null;
        }
        const word = document.createElement("b");
        word.setAttribute("elementtiming", "dropped");
        word.textContent = "dropped";
        word.style.cssText = "position:fixed;left:8px;bottom:8px;z-index:99";
        const painted = new Promise<number>((resolve) => {
          new PerformanceObserver((list, observer) => {
            observer.disconnect();
            for (const { startTime } of list.getEntries()) resolve(startTime);
          }).observe({ type: "element" });
        });
        document.body.append(word);
        const paintedAt = await painted;
        word.remove();
        const moves = () => (card.closest("li")?.getAnimations().length ?? 0) > 0;
        const isSeen = () => card.checkVisibility({ opacityProperty: true });
        while (document.querySelector(flight) || moves() || !isSeen()) {
          await new Promise(requestAnimationFrame);
        }
        return { painted: paintedAt - timeStamp, still: performance.now() - timeStamp };
      };
      const drop: { times: Times | null } = { times: null };
      void measure().then((times) => {
        drop.times = times;
      });
      return drop;
    },
    [row, flight],
  );
  return {
    /** @throws when the card is not seen in half a minute */
    async times(): Promise<Times> {
      await page.waitForFunction(({ times }) => times !== null, drop, { polling: 100 });
      const { times } = await drop.jsonValue();
      if (!times) throw new Error("The dropped card was not measured.");
      return times;
    },
  };
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error("It is not on the screen.");
  return box;
}
