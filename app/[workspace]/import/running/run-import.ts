import type { ErrorCode } from "@/domain/error-codes";
import type { ImportRow } from "@/domain/import-row";

/** The calls of an import; every one may be repeated. They throw what `codeOf` understands. */
export type ImportTransport = {
  begin: (input: { id: string; fileName: string; teamId: string | null }) => Promise<unknown>;
  stage: (input: { id: string; rows: ImportRow[] }) => Promise<{ staged: number }>;
  finish: (input: { id: string }) => Promise<{ rowCount: number }>;
  codeOf: (error: unknown) => ErrorCode;
};

/** How far an import has come; `staged` of `total` rows wait on the server. */
export type RunProgress =
  | { at: "staging"; staged: number; total: number }
  | { at: "finishing"; staged: number; total: number }
  /** The line is down or the server busy: asked again by itself at `retryAt` (epoch ms). */
  | { at: "waiting"; staged: number; total: number; code: ErrorCode; retryAt: number }
  /** Waits for the member, who may go on. */
  | { at: "stopped"; staged: number; total: number; code: ErrorCode }
  | { at: "done"; added: number };

export type RunOptions = {
  id: string;
  fileName: string;
  teamId: string | null;
  pieces: readonly ImportRow[][];
  /** How many pieces the server has already. */
  sentPieces: number;
  transport: ImportTransport;
  report: (progress: RunProgress) => void;
  /** Told after each piece that arrived. */
  onPieceSent: (sentPieces: number) => void;
  /** Resolves after the time, or sooner when there is reason to hope. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  now: () => number;
  signal: AbortSignal;
};

/** What passes by itself. All else is for the member to decide. */
const passing: ReadonlySet<ErrorCode> = new Set([
  "backend_unreachable",
  "busy",
  "too_slow",
  "too_many_requests",
]);

/** Whether it is worth waiting and asking again. */
export function passesByItself(code: ErrorCode): boolean {
  return passing.has(code);
}

/** 1, 2, 4, 8, 16, then every 30 seconds, for as long as the page is open. */
export function retryDelay(failures: number): number {
  return Math.min(1000 * 2 ** failures, 30_000);
}

/** Taking over is one long transaction: one that is too slow three times will be so again. */
const maxSlowFinishes = 3;

/**
 * Sends the rows piece by piece and has them taken over in one transaction. A lost connection is
 * waited for; what cannot pass ends in "stopped", from where a new run goes on. Never rejects, and
 * reports nothing more once `signal` is aborted.
 */
export async function runImport(options: RunOptions): Promise<void> {
  const { id, fileName, teamId, pieces, sentPieces, transport, report, onPieceSent } = options;
  const { wait, now, signal } = options;
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let staged = pieces.slice(0, sentPieces).reduce((sum, piece) => sum + piece.length, 0);

  async function repeat<T>(
    at: "staging" | "finishing",
    call: () => Promise<T>,
  ): Promise<{ answer: T } | null> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      report({ at, staged, total });
      try {
        const answer = await call();
        return signal.aborted ? null : { answer };
      } catch (error) {
        if (signal.aborted) return null;
        const code = transport.codeOf(error);
        const isHopeless =
          at === "finishing" && code === "too_slow" && failures + 1 >= maxSlowFinishes;
        if (!passesByItself(code) || isHopeless) {
          report({ at: "stopped", staged, total, code });
          return null;
        }
        const delay = retryDelay(failures);
        report({ at: "waiting", staged, total, code, retryAt: now() + delay });
        await wait(delay, signal);
      }
    }
    return null;
  }

  const begun = await repeat("staging", () => transport.begin({ id, fileName, teamId }));
  if (!begun) return;
  for (const [index, rows] of pieces.entries()) {
    if (index < sentPieces) continue;
    const sent = await repeat("staging", () => transport.stage({ id, rows }));
    if (!sent) return;
    staged += rows.length;
    onPieceSent(index + 1);
  }
  const finished = await repeat("finishing", () => transport.finish({ id }));
  if (finished) report({ at: "done", added: finished.answer.rowCount });
}
