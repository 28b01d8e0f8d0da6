"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { useOutcomeWords } from "../../use-outcome-words";
import type { RunState } from "../running/run-store";
import type { Fill } from "./saved-fill";
import type { useFilling } from "./use-filling";

type FillingProgressProps = {
  filling: ReturnType<typeof useFilling>;
};

/** How far a view has come onto the list; work goes on beside it, and elsewhere. */
export function FillingProgress({ filling }: FillingProgressProps) {
  const { state, stop, resume, dismiss } = filling;
  const t = useTranslations("contactList.fill");
  const actions = useTranslations("common.actions");
  if (!state) return null;
  const isDone = state.pace.at === "done";
  const isStopped = state.pace.at === "stopped";
  return (
    <section
      aria-label={t("label")}
      className="fixed right-4 bottom-[max(1rem,env(safe-area-inset-bottom))] z-30 w-96 max-w-[calc(100vw-2rem)] arrive-hint space-y-3 rounded-10 border border-hairline bg-raised p-3 shadow-float max-md:bottom-20"
    >
      {isDone ? <Done state={state} /> : <Underway state={state} />}
      <div className="flex justify-end gap-2">
        {isStopped && (
          <Button size="sm" variant="ghost" onClick={dismiss}>
            {t("end")}
          </Button>
        )}
        {isStopped && (
          <Button size="sm" variant="primary" onClick={resume}>
            {t("resume")}
          </Button>
        )}
        {!isStopped && !isDone && (
          <Button size="sm" onClick={stop}>
            {t("stop")}
          </Button>
        )}
        {isDone && (
          <Button size="sm" onClick={dismiss}>
            {actions("close")}
          </Button>
        )}
      </div>
    </section>
  );
}

function Underway({ state: { job, pace } }: { state: RunState<Fill> }) {
  const t = useTranslations("contactList.fill");
  const errors = useTranslations("errors");
  const format = useFormat();
  const { viewName: name, total, stand } = job;
  const done = format.decimal(String(stand.done));
  const detail =
    total === null
      ? t("soFar", { count: done })
      : t("of", { count: done, total: format.decimal(String(total)) });
  const code = "code" in pace ? pace.code : null;
  return (
    <div className="space-y-1.5">
      <ProgressBar
        label={t("running", { name })}
        value={total === null || total === 0 ? null : stand.done / total}
        detail={detail}
      />
      <p role="status" className="text-13 text-muted">
        {pace.at === "running" && t("leave")}
        {pace.at === "waiting" && t("waiting")}
        {pace.at === "stopped" && t("stopped")}{" "}
        {code && pace.at === "stopped" && errors(errors.has(code) ? code : "internal")}
      </p>
    </div>
  );
}

function Done({ state: { job } }: { state: RunState<Fill> }) {
  const t = useTranslations("contactList.fill");
  const outcomeWords = useOutcomeWords();
  const { viewName: name, stand } = job;
  return (
    <div role="status" className="space-y-1 text-13">
      <p className="font-medium">{t("done", { name })}</p>
      <p className="text-muted">{outcomeWords(stand.told)}</p>
      {stand.untold > 0 && <p className="text-muted">{t("untold", { count: stand.untold })}</p>}
    </div>
  );
}
