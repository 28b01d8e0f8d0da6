"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { useFormat } from "@/app/_ui/format/use-format";
import { ProgressBar } from "@/app/_ui/progress-bar";
import type { ImportSession } from "../import-session";
import type { RunState } from "../import-state";
import { RunDone } from "./run-done";
import type { RunProgress } from "./run-import";
import { useDiscard } from "./use-discard";
import { WaitingNote } from "./waiting-note";

type RunStatusProps = { session: ImportSession; run: RunState; isUndone: boolean };

/** How far an import has come, and what can be done about it. */
export function RunStatus({ session, run, isUndone }: RunStatusProps) {
  const { progress } = run;
  if (progress.at === "done") {
    return <RunDone session={session} run={run} added={progress.added} isUndone={isUndone} />;
  }
  if (progress.at === "stopped") return <Stopped session={session} run={run} progress={progress} />;
  return <UnderWay session={session} run={run} progress={progress} />;
}

type UnderWayProps = {
  session: ImportSession;
  run: RunState;
  progress: Extract<RunProgress, { at: "staging" | "finishing" | "waiting" }>;
};

function UnderWay({ session, run, progress }: UnderWayProps) {
  const t = useTranslations("import.run");
  const format = useFormat();
  const discard = useDiscard();
  const { staged, total } = progress;
  const isFinishing = staged === total;
  const detail = t("of", {
    staged: format.decimal(String(staged)),
    total: format.decimal(String(total)),
  });
  return (
    <div className="rounded-10 border border-hairline px-4 py-4">
      <ProgressBar
        label={isFinishing ? t("finishing") : t("staging")}
        // Adding them is one transaction, of which nobody knows how far it is.
        value={isFinishing ? null : staged / total}
        detail={detail}
      />
      <div className="mt-3 flex flex-wrap items-end justify-between gap-3">
        {progress.at === "waiting" ? (
          <WaitingNote progress={progress} onNow={session.runner.goOn} />
        ) : (
          <p className="max-w-prose flex-1 text-pretty text-13 text-muted">
            {isFinishing ? t("leaveFinishing") : t("leave")}
          </p>
        )}
        {!isFinishing && (
          <Button size="sm" onClick={() => void discard(run.id)}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </div>
  );
}

type StoppedProps = {
  session: ImportSession;
  run: RunState;
  progress: Extract<RunProgress, { at: "stopped" }>;
};

function Stopped({ session, run, progress }: StoppedProps) {
  const t = useTranslations("import.run");
  const errors = useTranslations("errors");
  const format = useFormat();
  const discard = useDiscard();
  const total = format.decimal(String(progress.total));
  const staged = format.decimal(String(progress.staged));
  // The server may still be at it, whatever became of its answer.
  const isUncertain = progress.staged === progress.total && progress.code === "too_slow";
  return (
    <ErrorNotice
      title={t("stopped")}
      safe={isUncertain ? t("stoppedUncertain", { total }) : t("stoppedSafe", { staged, total })}
      next={errors(progress.code)}
      action={
        <>
          <Button variant="primary" onClick={session.runner.goOn}>
            {t("goOn")}
          </Button>
          {!isUncertain && <Button onClick={() => void discard(run.id)}>{t("discard")}</Button>}
        </>
      }
    />
  );
}
