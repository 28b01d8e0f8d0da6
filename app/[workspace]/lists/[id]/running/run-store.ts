import { errorCodeOf } from "@/app/_trpc/error-code";
import { waitForLine } from "../../../import/running/wait-for-line";
import { type Pace, runPieces } from "./run-pieces";

/** Work in pieces: what it is about, and where it is. */
type Job = { stand: unknown };

export type RunState<T extends Job> = { job: T; pace: Pace };

/** Does the next piece, and may be repeated: answers where the work is then. */
export type RunStep<T extends Job> = (job: T) => Promise<{ stand: T["stand"]; isLast: boolean }>;

/** Work outside the page: whoever leaves and comes back finds it as it is. */
export type RunStore<T extends Job> = ReturnType<typeof createRunStore<T>>;

/** `kept` was begun before; `keep` is told what to remember, null when nothing is. */
export function createRunStore<T extends Job>(
  kept: T | null = null,
  keep: (job: T | null) => void = () => {},
) {
  const listeners = new Set<() => void>();
  let state: RunState<T> | null = kept && { job: kept, pace: { at: "stopped", code: null } };
  let abort = new AbortController();

  function publish(next: RunState<T> | null): void {
    state = next;
    keep(next && next.pace.at !== "done" ? next.job : null);
    for (const listener of listeners) listener();
  }

  function start(job: T, step: RunStep<T>): void {
    abort.abort();
    abort = new AbortController();
    void runPieces<T["stand"]>({
      stand: job.stand,
      step: (stand) => step({ ...job, stand }),
      report: (pace, stand) => publish({ job: { ...job, stand }, pace }),
      codeOf: errorCodeOf,
      wait: waitForLine,
      signal: abort.signal,
    });
  }

  return {
    get: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    resume(step: RunStep<T>): void {
      if (state?.pace.at === "stopped") start(state.job, step);
    },
    /** What the server is at it finishes; going on asks for the same again. */
    stop(): void {
      abort.abort();
      if (state) publish({ job: state.job, pace: { at: "stopped", code: null } });
    },
    /** What was done stays done. */
    dismiss(): void {
      abort.abort();
      publish(null);
    },
  };
}
