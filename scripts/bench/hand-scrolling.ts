import type { Browser, Locator, Page } from "@playwright/test";
import { displayedFrames } from "./displayed-frames";
import { formatMs, type Line } from "./report";

/** Some forty cards a second, px. */
const SPEED = 4_000;
const SECONDS = 2;
/** Two frames of a screen of 60 a second: what takes longer is a frame that was dropped. */
const LONG_MS = 32;
/** Longer than any page takes to come. */
const PATIENCE_MS = 60_000;

const BARE_LIST = "#list";

/** Frames while a list was scrolled: how long each was seen, and whether rows were missing. */
type Frames = { ms: number[]; looks: number; holes: number };

/** Scrolls every column to its end until all pages have come, then back; returns the cards loaded. */
export async function loadAllCards(page: Page): Promise<number> {
  return await page.evaluate(async (patience) => {
    let cards = 0;
    for (const column of document.querySelectorAll<HTMLElement>("[data-column]")) {
      const all = Number(column.querySelector("[aria-setsize]")?.getAttribute("aria-setsize"));
      const deadline = performance.now() + patience;
      let loaded = 0;
      while (loaded < all) {
        if (performance.now() > deadline) throw new Error(`Only ${loaded} of ${all} cards came.`);
        column.scrollTop = column.scrollHeight;
        await new Promise(requestAnimationFrame);
        const rows = [...column.querySelectorAll("[aria-posinset]")];
        loaded = Math.max(...rows.map((row) => Number(row.getAttribute("aria-posinset"))));
      }
      column.scrollTop = 0;
      cards += loaded;
    }
    return cards;
  }, PATIENCE_MS);
}

/** A page with one list of as many rows, each a word in a box, which the browser scrolls alone. */
export async function openBareList(page: Page, rows: number): Promise<void> {
  const row = '<li style="height:94px">Card</li>';
  await page.setContent(
    `<ul id="list" style="height:90vh;width:260px;margin:0;overflow-y:auto">${row.repeat(rows)}</ul>`,
  );
}

/** Turns the wheel over the first list of a page, from where it is; the frames of that time. */
export async function scrollDown(browser: Browser, page: Page): Promise<Frames> {
  await page.bringToFront();
  const list = page.locator(`[data-column], ${BARE_LIST}`).first();
  const box = await list.boundingBox();
  if (!box) throw new Error("There is no list to scroll.");
  const devtools = await page.context().newCDPSession(page);
  const holes = await watchHoles(list);
  const ms = await displayedFrames(browser, page, () =>
    devtools.send("Input.synthesizeScrollGesture", {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      yDistance: -SPEED * SECONDS,
      speed: SPEED,
      gestureSourceType: "mouse",
    }),
  );
  await devtools.detach();
  return { ms, ...(await holes.stop()) };
}

/**
 * Looks at each frame whether rows were missing where the list had been scrolled to. Browsers scroll
 * ahead of the page: what it drew for one frame is still seen when it works on the one after next.
 */
async function watchHoles(list: Locator) {
  const handle = await list.evaluateHandle((list) => {
    const [one, two] = list.querySelectorAll("li");
    const stride =
      (two?.getBoundingClientRect().top ?? 0) - (one?.getBoundingClientRect().top ?? 0);
    const drawnNow = () => {
      const rows = [...list.querySelectorAll("[aria-posinset]")];
      return new Set(rows.map((row) => Number(row.getAttribute("aria-posinset"))));
    };
    const isMissing = (drawn: ReadonlySet<number>) => {
      const last = Math.floor((list.scrollTop + list.clientHeight) / stride);
      for (let place = Math.ceil(list.scrollTop / stride); place <= last; place++) {
        if (place > 0 && !drawn.has(place)) return true;
      }
      return false;
    };
    const watch = { looks: 0, holes: 0, isOver: false };
    const look = async () => {
      let drawn = [drawnNow(), drawnNow()];
      while (!watch.isOver) {
        await new Promise(requestAnimationFrame);
        const [older, newer] = drawn;
        if (older && isMissing(older)) watch.holes += 1;
        watch.looks += 1;
        drawn = newer ? [newer, drawnNow()] : [];
      }
    };
    if (list.hasAttribute("data-column")) void look();
    return watch;
  });
  return {
    stop: () =>
      handle.evaluate((watch) => {
        watch.isOver = true;
        return { looks: watch.looks, holes: watch.holes };
      }),
  };
}

/** The longest frame of each, and how many were longer than they should be. */
export function frameLines(
  board: readonly Frames[],
  bare: readonly Frames[],
  cards: number,
): Line[] {
  const onBoard = board.flatMap(({ ms }) => ms);
  const onBare = bare.flatMap(({ ms }) => ms);
  const longest = Math.max(...onBoard);
  const countLong = (ms: readonly number[]) =>
    `${ms.filter((one) => one > LONG_MS).length} of ${ms.length}`;
  const sum = (of: "looks" | "holes") => board.reduce((total, frames) => total + frames[of], 0);
  return [
    {
      what: `scrolling with ${cards.toLocaleString("en")} cards loaded, longest frame`,
      measured: formatMs(longest),
      floor: formatMs(Math.max(...onBare)),
      promise: { says: `≤ ${LONG_MS} ms`, isKept: longest <= LONG_MS },
    },
    {
      what: `  frames above ${LONG_MS} ms`,
      measured: countLong(onBoard),
      floor: countLong(onBare),
    },
    { what: "  frames with a card not yet drawn", measured: `${sum("holes")} of ${sum("looks")}` },
  ];
}
