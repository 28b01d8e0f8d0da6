import type { Browser, Page } from "@playwright/test";
import type { Stack } from "../../supabase/local/stack";
import { openBrowser, signedIn } from "./browser";
import type { Load } from "./fixture";
import { dropBare, dropOnBoard, openBarePage, type Times } from "./hand-drops";
import { frameLines, loadAllCards, openBareList, scrollDown } from "./hand-scrolling";
import { startCounting } from "./hand-writes";
import { compare, exactlyOne, type Limit, type Line, median, percentile } from "./report";

/** Board and bare page take turns of this many drops: both meet what else the machine does. */
const DROPS = 6;
const TURNS = 5;
const CARDS = 10_000;
/** A hand rests a moment where it wants to drop. */
const AIMING_MS = 250;
/** Two frames of a screen of 60 a second, and a little: what a hand does not feel. */
const LATEST: Limit = { ms: 50 };

/**
 * What a hand feels on a board that has loaded ten thousand cards: how soon a dropped card is on the
 * screen, whether a long column scrolls evenly, and how much one drag writes. The floor is a page
 * with nothing in it, in the same browser by turns.
 */
export async function measureHand(stack: Stack, siteUrl: string, load: Load): Promise<Line[]> {
  const browser = await openBrowser();
  try {
    const member = await signedIn(browser, siteUrl, load);
    const board = await member.newPage();
    await board.goto(`${siteUrl}/${load.slug}/board`);
    await board.getByRole("status").getByText("Live", { exact: true }).waitFor();
    const cards = await loadAllCards(board);
    if (cards < CARDS) throw new Error(`The board loaded ${cards} cards only.`);
    const bare = await member.newPage();
    return [
      ...(await measureDrops(stack, load, board, bare)),
      ...(await measureScrolling(browser, board, bare, cards)),
    ];
  } finally {
    await browser.close();
  }
}

async function measureDrops(stack: Stack, load: Load, board: Page, bare: Page): Promise<Line[]> {
  await openBarePage(bare);
  const counting = await startCounting(stack, load, board);
  const aimed: Times[] = [];
  const thrown: Times[] = [];
  const onBare: number[] = [];
  try {
    for (let n = 0; n < DROPS * TURNS; n += DROPS) {
      await board.bringToFront();
      for (let drop = n; drop < n + DROPS; drop++) {
        aimed.push(await counting.during(() => dropOnBoard(board, drop, AIMING_MS)));
      }
      for (let drop = n; drop < n + DROPS; drop++) {
        thrown.push(await counting.during(() => dropOnBoard(board, drop, 0)));
      }
      await bare.bringToFront();
      for (let drop = n; drop < n + DROPS; drop++) onBare.push(await dropBare(bare, drop));
    }
  } finally {
    await counting.stop();
  }
  const still = aimed.map((drop) => drop.still);
  const line = (what: string, drops: readonly Times[], share: number) => {
    const painted = drops.map((drop) => drop.painted);
    return compare(what, percentile(painted, share), percentile(onBare, share), LATEST);
  };
  return [
    line("drop to painted card, p50", aimed, 0.5),
    line("  p95", aimed, 0.95),
    line("  thrown, while cards still make room, p50", thrown, 0.5),
    line("  p95", thrown, 0.95),
    compare("  until it has flown to its place, p50", median(still), median(onBare)),
    exactlyOne("one drag by mouse: requests that write", counting.requests),
    exactlyOne("one drag by mouse: opportunities written", counting.rows),
    exactlyOne("one drag by mouse: events sent", counting.events),
  ];
}

async function measureScrolling(
  browser: Browser,
  board: Page,
  bare: Page,
  cards: number,
): Promise<Line[]> {
  await openBareList(bare, cards);
  const onBoard: Awaited<ReturnType<typeof scrollDown>>[] = [];
  const onBare: typeof onBoard = [];
  for (let n = 0; n < TURNS; n++) {
    onBoard.push(await scrollDown(browser, board));
    onBare.push(await scrollDown(browser, bare));
  }
  return frameLines(onBoard, onBare, cards);
}
