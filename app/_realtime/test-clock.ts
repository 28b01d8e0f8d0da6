import type { Clock } from "./clock";

/** A clock that a test turns by hand. `advance` also lets promises settle between two timers. */
export function createTestClock(random: () => number = () => 0.5) {
  let now = Date.parse("2026-01-01T00:00:00Z");
  let timers: { at: number; task: () => void }[] = [];
  const after: Clock["after"] = (delay, task) => {
    const timer = { at: now + delay, task };
    timers.push(timer);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    after,
    nextFrame: (task: () => void) => void after(16, task),
    random,
    async advance(milliseconds: number) {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.task();
        await settled();
      }
      now = end;
    },
  };
}

export type TestClock = ReturnType<typeof createTestClock>;
