"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { announce } from "@/app/_ui/live-region";
import { AddRow } from "../add-row";
import { RetireDialog } from "./retire-dialog";
import type { Stage } from "./stage";
import { StageRow } from "./stage-row";
import { useStageEdits } from "./use-stage-edits";

/** The stages as rows to edit in place, to put in order, to add and to take away. */
export function StageEditor({ stages }: { stages: readonly Stage[] }) {
  const t = useTranslations("settings.stages");
  const edits = useStageEdits();
  const [retiring, setRetiring] = useState<Stage | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const openCount = stages.filter(({ kind }) => kind === "open").length;

  function move(from: number, by: 1 | -1) {
    const [stage, target] = [stages[from], stages[from + by]];
    if (!stage || !target) return;
    const moved = stages.with(from, target).with(from + by, stage);
    edits.reorder(moved.map(({ id }) => id));
    announce(t("moved", { name: stage.name, place: from + by + 1 }));
  }

  function add(name: string) {
    // After the last open one: what closes a sale stays at the end.
    const place = stages.findLastIndex(({ kind }) => kind === "open") + 1;
    const stage: Stage = {
      id: newId(),
      name,
      position: place + 1,
      kind: "open",
      probability: 50,
      rotDays: 14,
      retiredAt: null,
      version: 1,
    };
    edits.create(
      stage,
      stages.toSpliced(place, 0, stage).map(({ id }) => id),
    );
  }

  return (
    <div className="@container">
      <div
        aria-hidden="true"
        className="hidden items-center gap-2 border-hairline border-b pb-2 pl-[1.375rem] text-13 text-muted @3xl:grid @3xl:grid-cols-[1fr_8rem_7.5rem_7.5rem_calc(3*var(--control-sm))]"
      >
        <span>{t("name")}</span>
        <span>{t("kind")}</span>
        <span>{t("probability")}</span>
        <span>{t("rotDays")}</span>
      </div>
      <ol ref={list} className="flex flex-col gap-2 @3xl:gap-0">
        {stages.map((stage, place) => (
          <StageRow
            key={stage.id}
            stage={stage}
            stages={stages}
            first={place === 0}
            last={place === stages.length - 1}
            onlyOpen={stage.kind === "open" && openCount === 1}
            onEdit={(patch) => edits.update(stage.id, patch)}
            onMove={(by) => move(place, by)}
            onRetire={() => setRetiring(stage)}
          />
        ))}
      </ol>
      <AddRow label={t("addName")} placeholder={t("addExample")} button={t("add")} onAdd={add} />
      {retiring && (
        <RetireDialog
          key={retiring.id}
          stage={retiring}
          stages={stages}
          retire={edits.retire}
          onClose={() => setRetiring(null)}
        />
      )}
    </div>
  );
}
