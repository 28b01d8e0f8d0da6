import type { Browser, Page } from "@playwright/test";

/** A frame of a page as Chromium traces it: one report for each way that it took. */
type Report = {
  name: string;
  ph: string;
  /** When it began, µs. */
  ts: number;
  args: { frame_reporter?: { frame_sequence: number; state: string; scroll_state: string } };
};

/**
 * Milliseconds from each frame that came to the screen to the next while a list was scrolled, as the
 * browser itself accounts for them: counted in its own ticks, of which it has 60 a second. What a
 * page can ask, `requestAnimationFrame`, says when its scripts ran, and not what was seen.
 */
export async function displayedFrames(
  browser: Browser,
  page: Page,
  scroll: () => Promise<unknown>,
): Promise<number[]> {
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline.frame"] });
  await scroll();
  const { traceEvents }: { traceEvents: Report[] } = JSON.parse(
    String(await browser.stopTracing()),
  );
  const reports = traceEvents
    .filter(({ name, ph }) => name === "PipelineReporter" && ph === "b")
    .flatMap(({ ts, args }) => (args.frame_reporter ? [{ ts, ...args.frame_reporter }] : []));
  const scrolled = reports.filter(({ scroll_state }) => scroll_state !== "SCROLL_NONE");
  const first = Math.min(...scrolled.map(({ frame_sequence }) => frame_sequence));
  const last = Math.max(...scrolled.map(({ frame_sequence }) => frame_sequence));
  const shown = new Map<number, number>();
  for (const { frame_sequence, state, ts } of reports) {
    const isIn = frame_sequence >= first && frame_sequence <= last;
    if (isIn && state.startsWith("STATE_PRESENTED")) {
      shown.set(frame_sequence, Math.min(ts, shown.get(frame_sequence) ?? ts));
    }
  }
  const times = [...shown.values()].sort((a, b) => a - b);
  return times.slice(1).map((ts, index) => (ts - (times[index] ?? ts)) / 1000);
}
