import { backoff, type Clock } from "../clock";

export type SendLineOptions = {
  clock: Clock;
  /** Whether the write may have been lost on the way, and trying a few more times may help. */
  mayRepeat(error: unknown): boolean;
  /** Whether nobody who knows this user answered: then it waits until somebody does. */
  isAway(error: unknown): boolean;
  /** The first write that nobody answered: what else is shown of the server may be old too. */
  onAway(): void;
  onChange(): void;
};

const mostAttempts = 5;

/**
 * The way of writes to the server. As long as it answers they pass side by side; while it does not
 * they stand in line and are sent one by one, in their order, when it does again.
 */
export function createSendLine(options: SendLineOptions) {
  const { clock, onChange } = options;
  /** Mutation ids in the order of asking. */
  const unfinished: string[] = [];
  const waited = new Set<string>();
  const wakers = new Set<() => void>();
  let isAway = false;
  let isStopped = false;

  function wake(): void {
    for (const waker of [...wakers]) waker();
  }

  /** Until the delay is over or somebody wakes the line, whichever comes first. */
  function pause(delay: number | null): Promise<void> {
    return new Promise((resolve) => {
      const cancel = delay === null ? () => {} : clock.after(delay, () => go());
      function go() {
        // The page that goes on with it has taken it over.
        if (isStopped) return;
        cancel();
        wakers.delete(go);
        resolve();
      }
      wakers.add(go);
    });
  }

  function goAway(): void {
    isAway = true;
    for (const id of unfinished) waited.add(id);
    onChange();
  }

  /** Takes a place in the line; everything that waited before comes first. */
  function enter(id: string, hasWaited: boolean): void {
    unfinished.push(id);
    if (isAway || hasWaited) waited.add(id);
    if (isAway) onChange();
  }

  function leave(id: string): void {
    unfinished.splice(unfinished.indexOf(id), 1);
    waited.delete(id);
    if (unfinished.length === 0) isAway = false;
    onChange();
    wake();
  }

  async function persist<T>(id: string, send: () => Promise<T>): Promise<T> {
    let refusals = 0;
    for (let attempt = 1; ; attempt++) {
      while (isAway && unfinished[0] !== id) await pause(null);
      try {
        return await send();
      } catch (error) {
        if (options.isAway(error)) {
          const isNews = !isAway;
          goAway();
          if (isNews) options.onAway();
        } else if (++refusals === mostAttempts || !options.mayRepeat(error)) throw error;
      }
      await pause(backoff(attempt, clock));
    }
  }

  return {
    enter,
    persist,
    leave,
    hasWaited: (id: string) => waited.has(id),
    /** How many writes wait for the server to be back. */
    waiting: () => (isAway ? unfinished.length : 0),
    /** The server may be back: tries at once. */
    wake,
    /** For entries from before: nobody knows yet whether they can be sent. */
    goAway,
    start(): void {
      isStopped = false;
      wake();
    },
    stop(): void {
      isStopped = true;
    },
  };
}
