import { errorCodeOf } from "@/app/_trpc/error-code";
import { waitForLine } from "../../../import/running/wait-for-line";
import { type Pace, runPieces } from "./run-pieces";
import { type Fill, keepFill, readFill } from "./saved-fill";

export type FillState = { fill: Fill; pace: Pace };

/** Asks the next page of a view. */
export type FillStep = (fill: Fill) => Promise<{ stand: Fill["stand"]; isLast: boolean }>;

/** A view on its way to a list, outside the page: whoever leaves and comes back finds it at work. */
export type Filling = ReturnType<typeof createFilling>;

function createFilling(memberId: string, listId: string) {
  const listeners = new Set<() => void>();
  const kept = readFill(memberId, listId);
  let state: FillState | null = kept && { fill: kept, pace: { at: "stopped", code: null } };
  let stop = new AbortController();

  function publish(next: FillState | null): void {
    state = next;
    keepFill(memberId, listId, next && next.pace.at !== "done" ? next.fill : null);
    for (const listener of listeners) listener();
  }

  function run(fill: Fill, step: FillStep): void {
    stop = new AbortController();
    void runPieces({
      stand: fill.stand,
      step: (stand) => step({ ...fill, stand }),
      report: (pace, stand) => publish({ fill: { ...fill, stand }, pace }),
      codeOf: errorCodeOf,
      wait: waitForLine,
      signal: stop.signal,
    });
  }

  return {
    get: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: run,
    resume(step: FillStep): void {
      if (state?.pace.at === "stopped") run(state.fill, step);
    },
    /** The page that is under way is finished by the server, and is sent again when it goes on. */
    stop(): void {
      stop.abort();
      if (state) publish({ fill: state.fill, pace: { at: "stopped", code: null } });
    },
    /** Who was asked stays asked. */
    dismiss(): void {
      stop.abort();
      publish(null);
    },
  };
}

const fillings = new Map<string, Filling>();

/** The one of a member and a list. Lives as long as the page's scripts. */
export function fillingOf(memberId: string, listId: string): Filling {
  const key = `${memberId} ${listId}`;
  const filling = fillings.get(key) ?? createFilling(memberId, listId);
  fillings.set(key, filling);
  return filling;
}
