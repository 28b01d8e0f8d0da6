import type { Locator, Page } from "@playwright/test";
import { openBrowser, signedIn } from "./browser";
import type { Load } from "./fixture";
import { formatMs, type Line, percentile } from "./report";

const TYPED = ["hofmann anna", "müller gm"];
const TURNS = 4;
/** A quick typist's, ms. */
const BETWEEN_LETTERS = 90;
/** One frame of a screen of 60 a second: what a finger does not feel, ms. */
const FRAME = 1000 / 60;

/**
 * From a letter's key to the frame that shows it, while the search finds among a million what was
 * typed before. The floor is a bare field, in the same browser by turns: what the letters of the
 * search come later than there is jitter.
 */
export async function measureTyping(siteUrl: string, load: Load): Promise<Line[]> {
  const browser = await openBrowser();
  try {
    const member = await signedIn(browser, siteUrl, load);
    const page = await member.newPage();
    await page.goto(`${siteUrl}/${load.slug}/parties`);
    await page.getByRole("status").getByText("Live", { exact: true }).waitFor();
    const bare = await member.newPage();
    await bare.setContent('<input aria-label="Search" autofocus />');
    const inSearch: number[] = [];
    const onBare: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      for (const text of TYPED) {
        await page.bringToFront();
        await page.keyboard.press("Control+k");
        const search = page.getByRole("dialog").getByRole("combobox");
        inSearch.push(...(await typed(page, search, text)));
        await page.getByRole("option").first().waitFor();
        await page.keyboard.press("Escape");
        await bare.bringToFront();
        onBare.push(...(await typed(bare, bare.getByRole("textbox"), text)));
        await bare.getByRole("textbox").fill("");
      }
    }
    const late = (share: number) => percentile(inSearch, share) - percentile(onBare, share);
    const line = (what: string, share: number): Line => ({
      what,
      measured: formatMs(percentile(inSearch, share)),
      floor: formatMs(percentile(onBare, share)),
      promise: { says: "one frame later", isKept: late(share) <= FRAME },
    });
    return [
      line("a letter typed into the search of a million until it is shown, p50", 0.5),
      line("  p95", 0.95),
    ];
  } finally {
    await browser.close();
  }
}

/** Types letter by letter; the milliseconds from each key to the frame after it was drawn. */
async function typed(page: Page, field: Locator, text: string): Promise<number[]> {
  await field.focus();
  const watch = await field.evaluateHandle((input) => {
    const times: number[] = [];
    input.addEventListener("input", (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // Comes once the frame was drawn.
        port1.onmessage = () => times.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    });
    return times;
  });
  await page.keyboard.type(text, { delay: BETWEEN_LETTERS });
  // The frame of the last letter comes after its key.
  await page.waitForTimeout(BETWEEN_LETTERS);
  return await watch.jsonValue();
}
