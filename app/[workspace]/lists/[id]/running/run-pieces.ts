import type { ErrorCode } from "@/domain/error-codes";
import { passesByItself, retryDelay } from "../../../import/running/run-import";

/** What work in pieces is doing. */
export type Pace =
  | { at: "running" }
  /** The line is down or the server busy: it asks again by itself. */
  | { at: "waiting"; code: ErrorCode }
  /** Waits for the member, who may go on; without a code they stopped it themselves. */
  | { at: "stopped"; code: ErrorCode | null }
  | { at: "done" };

type PiecesOptions<Stand> = {
  /** Where the work is. */
  stand: Stand;
  /** Does one piece, and may be repeated: answers where the work is then. */
  step: (stand: Stand) => Promise<{ stand: Stand; isLast: boolean }>;
  report: (pace: Pace, stand: Stand) => void;
  codeOf: (error: unknown) => ErrorCode;
  /** Resolves after the time, or sooner when there is reason to hope. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
};

/**
 * Does work piece by piece. A lost connection is waited for; what cannot pass ends in "stopped", from
 * where a new run goes on. Never rejects, and reports nothing more once `signal` is aborted.
 */
export async function runPieces<Stand>(options: PiecesOptions<Stand>): Promise<void> {
  const { step, report, codeOf, wait, signal } = options;
  let { stand } = options;
  let failures = 0;
  report({ at: "running" }, stand);
  while (!signal.aborted) {
    try {
      const answer = await step(stand);
      if (signal.aborted) return;
      stand = answer.stand;
      failures = 0;
      report({ at: answer.isLast ? "done" : "running" }, stand);
      if (answer.isLast) return;
    } catch (error) {
      if (signal.aborted) return;
      const code = codeOf(error);
      if (!passesByItself(code)) return report({ at: "stopped", code }, stand);
      report({ at: "waiting", code }, stand);
      await wait(retryDelay(failures), signal);
      failures += 1;
    }
  }
}
