"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { LinkButton } from "@/app/_ui/link-button";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { useWorkspace } from "../../../workspace-context";
import type { RunState } from "../running/run-store";
import type { ConsentRun, useConsentRun } from "./use-consent-run";

type ConsentProgressProps = {
  listId: string;
  run: ReturnType<typeof useConsentRun>;
  onAnother: () => void;
};

/** How far a file has come, and what became of those in it. */
export function ConsentProgress({ listId, run, onAnother }: ConsentProgressProps) {
  const t = useTranslations("contactList.import");
  const fill = useTranslations("contactList.fill");
  const { slug } = useWorkspace();
  const { state } = run;
  if (!state) return null;
  const { at } = state.pace;
  return (
    <section aria-label={t("progress.label")} className="space-y-4">
      <Underway state={state} />
      {at === "done" && <Told told={state.job.stand.told} />}
      <div className="flex flex-wrap gap-2">
        {at === "done" && (
          <LinkButton variant="primary" href={`/${slug}/lists/${listId}`}>
            {t("toList")}
          </LinkButton>
        )}
        {at === "stopped" && (
          <Button variant="primary" onClick={run.resume}>
            {fill("resume")}
          </Button>
        )}
        {(at === "running" || at === "waiting") && (
          <Button onClick={run.stop}>{fill("stop")}</Button>
        )}
        {(at === "done" || at === "stopped") && (
          <Button onClick={onAnother}>{t("progress.another")}</Button>
        )}
      </div>
    </section>
  );
}

function Underway({ state: { job, pace } }: { state: RunState<ConsentRun> }) {
  const t = useTranslations("contactList.import.progress");
  const fill = useTranslations("contactList.fill");
  const errors = useTranslations("errors");
  const format = useFormat();
  const { fileName: name, total, stand } = job;
  const code = pace.at === "stopped" ? pace.code : null;
  return (
    <div className="space-y-2">
      <ProgressBar
        label={t(pace.at === "done" ? "done" : "running", { name })}
        value={stand.done / total}
        tone={pace.at === "done" ? "green" : "accent"}
        detail={fill("of", {
          count: format.decimal(String(stand.done)),
          total: format.decimal(String(total)),
        })}
      />
      <p role="status" className="text-13 text-muted">
        {pace.at === "running" && fill("leave")}
        {pace.at === "waiting" && fill("waiting")}
        {pace.at === "stopped" && t("stopped")}{" "}
        {code && errors(errors.has(code) ? code : "internal")}
      </p>
    </div>
  );
}

const kinds = ["accepted", "added", "already", "declined", "leftOut", "undeliverable"] as const;

function Told({ told }: { told: ConsentRun["stand"]["told"] }) {
  const t = useTranslations("contactList.import.outcomes");
  const format = useFormat();
  return (
    <dl className="space-y-1 rounded-10 bg-sunken px-4 py-3">
      {kinds.map((kind) => (
        <div key={kind} className="flex items-baseline justify-between gap-4">
          <dt className={kind === "added" ? "pl-4 text-muted" : "text-muted"}>{t(kind)}</dt>
          <dd className="tabular">{format.decimal(String(told[kind]))}</dd>
        </div>
      ))}
    </dl>
  );
}
