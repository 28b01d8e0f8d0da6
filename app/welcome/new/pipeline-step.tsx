"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { announce } from "@/app/_ui/live-region";
import { useToast } from "@/app/_ui/toast/use-toast";
import { type ChangeDraft, type Draft, type DraftStage, emptyStage } from "./draft";
import { StageRow } from "./stage-row";
import { StepFrame } from "./step-frame";

type PipelineStepProps = {
  draft: Draft;
  change: ChangeDraft;
  onBack: () => void;
  onDone: () => void;
};

/** The stages of the board to be. */
export function PipelineStep({ draft, change, onBack, onDone }: PipelineStepProps) {
  const t = useTranslations("setup.pipeline");
  const words = useTranslations("setup.steps");
  const toast = useToast();
  const [checked, setChecked] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const open = draft.stages.filter(({ kind }) => kind === "open");
  const closing = draft.stages.filter(({ kind }) => kind !== "open");
  const set = (stages: readonly DraftStage[]) => change({ stages });

  function edit(stage: DraftStage) {
    set(draft.stages.map((other) => (other.key === stage.key ? stage : other)));
  }

  function move(from: number, by: 1 | -1) {
    const [stage, target] = [open[from], open[from + by]];
    if (!stage || !target) return;
    const moved = open.with(from, target).with(from + by, stage);
    set([...moved, ...closing]);
    announce(t("moved", { name: stage.name || t("unnamed"), place: from + by + 1 }));
  }

  function remove(stage: DraftStage) {
    const place = draft.stages.indexOf(stage);
    set(draft.stages.toSpliced(place, 1));
    toast.undoable(t("removed", { name: stage.name || t("unnamed") }), () =>
      change(({ stages }) => ({ stages: stages.toSpliced(place, 0, stage) })),
    );
  }

  function add() {
    const stage = emptyStage();
    setAdded(stage.key);
    set([...open, stage, ...closing]);
  }

  function submit(form: HTMLFormElement) {
    setChecked(true);
    const unnamed = draft.stages.find(({ name }) => name.trim() === "");
    if (unnamed) form.querySelector<HTMLElement>(`[data-stage="${unnamed.key}"] input`)?.focus();
    if (!unnamed && open.length > 0) onDone();
  }

  return (
    <StepFrame
      step="pipeline"
      title={t("title")}
      text={t("text")}
      onSubmit={submit}
      buttons={
        <>
          <Button size="lg" variant="ghost" className="-ml-4" onClick={onBack}>
            {words("back")}
          </Button>
          <Button type="submit" variant="primary" size="lg">
            {words("continue")}
          </Button>
        </>
      }
    >
      <div
        aria-hidden="true"
        className="hidden gap-2 pb-1.5 pl-6 text-13 text-muted sm:grid sm:grid-cols-[1fr_8rem_7rem_auto]"
      >
        <span>{t("name")}</span>
        <span className="truncate">{t("probability")}</span>
        <span className="truncate">{t("rotDays")}</span>
        <span className="w-[calc(3*var(--control-sm))]" />
      </div>
      <ol className="flex flex-col gap-2">
        {open.map((stage, place) => (
          <StageRow
            key={stage.key}
            stage={stage}
            place={place}
            count={open.length}
            checked={checked}
            autoFocus={stage.key === added}
            onEdit={edit}
            onMove={(by) => move(place, by)}
            onRemove={open.length > 1 ? () => remove(stage) : undefined}
          />
        ))}
      </ol>
      <Button variant="ghost" icon={<Plus size={16} />} className="mt-2 -ml-3" onClick={add}>
        {t("add")}
      </Button>
      <h2 className="mt-6 mb-2 text-13 text-muted">{t("closing")}</h2>
      <ol className="flex flex-col gap-2">
        {closing.map((stage, place) => (
          <StageRow
            key={stage.key}
            stage={stage}
            place={open.length + place}
            count={1}
            checked={checked}
            onEdit={edit}
          />
        ))}
      </ol>
    </StepFrame>
  );
}
