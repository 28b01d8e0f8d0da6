/** Time as the sync loop sees it, so that tests can turn it by hand. Milliseconds. */
export type Clock = {
  now(): number;
  /** Runs `task` once after `delay`; returns how to cancel it. */
  after(delay: number, task: () => void): () => void;
  /** Runs `task` with the next frame, soon also where nothing is drawn. */
  nextFrame(task: () => void): void;
  /** From 0 to below 1. */
  random(): number;
};

/** Hidden tabs get no frames at all, yet their boards must not fall behind. */
const frameDeadline = 100;

export const browserClock: Clock = {
  now: () => Date.now(),
  after(delay, task) {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
  nextFrame(task) {
    const run = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      task();
    };
    const frame = requestAnimationFrame(run);
    const timer = setTimeout(run, frameDeadline);
  },
  random: () => Math.random(),
};

/** Doubles with every attempt up to 30 s; the jitter keeps clients from coming back all at once. */
export function backoff(attempt: number, clock: Pick<Clock, "random">): number {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (ceiling / 2) * clock.random();
}
