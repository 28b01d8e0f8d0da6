import { newId } from "@/app/_realtime/new-id";
import type { ImportRow } from "@/domain/import-row";
import type { ImportStore } from "../import-store";
import type { ParseWorker } from "../reading/parse-worker-client";
import { type ImportTransport, type RunOptions, type RunProgress, runImport } from "./run-import";
import { whileLocked } from "./run-lock";
import { deleteRun, loadPieces, type SavedRun, saveRun, updateSavedRun } from "./saved-runs";
import { waitForLine } from "./wait-for-line";

export type RunStarter = {
  transport: ImportTransport;
  /** Told when it is done or stopped; `isWatched` says whether anybody sees its page. */
  onEnd: (progress: RunProgress, fileName: string, isWatched: boolean) => void;
};

type ActiveRun = { saved: SavedRun; pieces: ImportRow[][]; starter: RunStarter };

function countRows(pieces: readonly ImportRow[][]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

/** Brings the good rows in, also while the member is on other pages. */
export function createRunner(store: ImportStore, worker: ParseWorker) {
  let active: ActiveRun | null = null;
  let stop = new AbortController();
  let hurry = new AbortController();
  let sending: Promise<void> = Promise.resolve();

  function run(): void {
    if (!active) return;
    const { pieces, starter } = active;
    let { saved } = active;
    stop = new AbortController();
    const { signal } = stop;
    const options: RunOptions = {
      id: saved.importId,
      fileName: saved.fileName,
      teamId: saved.teamId,
      pieces,
      sentPieces: saved.sentPieces,
      transport: starter.transport,
      wait: (milliseconds) => {
        hurry = new AbortController();
        return waitForLine(milliseconds, AbortSignal.any([signal, hurry.signal]));
      },
      now: Date.now,
      signal,
      onPieceSent: (sentPieces) => {
        saved = { ...saved, sentPieces, sentRows: countRows(pieces.slice(0, sentPieces)) };
        active = { saved, pieces, starter };
        void updateSavedRun(saved);
      },
      report: (progress) => {
        const shown = store.get().run;
        if (!shown) return;
        store.publish({ run: { ...shown, progress } });
        if (progress.at === "done") void deleteRun(saved.importId);
        if (progress.at !== "done" && progress.at !== "stopped") return;
        starter.onEnd(progress, saved.fileName, store.isWatched());
      },
    };
    sending = whileLocked(saved.importId, () => runImport(options));
  }

  return {
    /** Takes the good rows of the file; resolves when they are under way. */
    async start(
      who: { workspaceId: string; memberId: string },
      starter: RunStarter,
    ): Promise<"started" | "failed"> {
      const { file, choices, check, run: running } = store.get();
      if (file.at !== "read" || !choices || !check || check.isOutdated || running) return "started";
      const { good: total, bad: leftOut } = check.answer;
      const { teamId } = choices;
      const importId = newId();
      const progress = { at: "staging", staged: 0, total } as const;
      store.publish({ run: { id: importId, fileName: file.name, leftOut, progress } });
      const pieces = await worker.ask("pieces", {}).catch(() => null);
      if (!pieces) {
        store.publish({ run: null });
        return "failed";
      }
      const about = { importId, fileName: file.name, teamId, total };
      const sent = { pieceCount: pieces.length, sentPieces: 0, sentRows: 0 };
      const saved = { ...who, ...about, ...sent };
      await saveRun(saved, pieces);
      if (store.get().run?.id !== importId) {
        // Abandoned before it began.
        await deleteRun(importId);
        return "started";
      }
      active = { saved, pieces, starter };
      run();
      return "started";
    },

    /** Goes on with a run that this browser kept; "lost" when its rows are gone. */
    async resume(saved: SavedRun, starter: RunStarter): Promise<"started" | "lost"> {
      const pieces = await loadPieces(saved);
      if (!pieces) return "lost";
      const { importId, fileName, total, sentRows } = saved;
      const progress = { at: "staging", staged: sentRows, total } as const;
      store.publish({ run: { id: importId, fileName, leftOut: null, progress } });
      active = { saved, pieces, starter };
      run();
      return "started";
    },

    /** Tries at once what waits for the line, and again what was stopped. */
    goOn(): void {
      const progress = store.get().run?.progress;
      if (progress?.at === "waiting") hurry.abort();
      if (progress?.at === "stopped") run();
    },

    /** Back to the file and the choices, when a run is done. */
    putAside(): void {
      active = null;
      store.publish({ run: null });
    },

    /** Ends the run; the file and all choices stay. Resolves when nothing of it is sent any more. */
    async abandon(): Promise<void> {
      stop.abort();
      active = null;
      store.publish({ run: null });
      await sending;
    },
  };
}
