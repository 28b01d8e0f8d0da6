"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import { TextField } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";
import type { DraftStage } from "./draft";
import { NumberInput } from "./number-input";

type StageRowProps = {
  stage: DraftStage;
  /** Among all stages, from 0. */
  place: number;
  /** How many there are to change places with. */
  count: number;
  /** Missing names are marked. */
  checked: boolean;
  autoFocus?: boolean;
  onEdit: (stage: DraftStage) => void;
  onMove?: (by: 1 | -1) => void;
  onRemove?: (() => void) | undefined;
};

/** One stage of the pipeline to be; won and lost ones have a name only. */
export function StageRow(props: StageRowProps) {
  const { stage, place, count, checked, autoFocus = false, onEdit, onMove, onRemove } = props;
  const t = useTranslations("setup.pipeline");
  const name = stage.name || t("unnamed");
  const missing = checked && stage.name.trim() === "";
  return (
    <li
      data-stage={stage.key}
      className="grid grid-cols-[auto_1fr_auto] items-start gap-x-3 gap-y-2 max-sm:rounded-10 max-sm:border max-sm:border-hairline max-sm:bg-surface max-sm:p-3 sm:grid-cols-[auto_1fr_8rem_7rem_auto] sm:gap-x-2"
    >
      <span
        aria-hidden="true"
        className="min-w-4 text-right text-13 leading-(--control-md) text-muted tabular"
      >
        {place + 1}
      </span>
      <TextField
        label={t("nameOf", { place: place + 1 })}
        hideLabel
        autoComplete="off"
        maxLength={100}
        // Only for a row that was just asked for.
        autoFocus={autoFocus}
        value={stage.name}
        onChange={(event) => onEdit({ ...stage, name: event.target.value })}
        error={missing ? t("problems.name") : undefined}
        className="max-sm:col-span-2"
      />
      {stage.kind === "open" ? (
        <>
          <NumberInput
            label={t("probabilityOf", { name })}
            caption={t("probability")}
            unit="%"
            value={stage.probability}
            max={100}
            className="max-sm:col-start-2 max-sm:row-start-2"
            onValueChange={(probability) => onEdit({ ...stage, probability })}
          />
          <NumberInput
            label={t("rotDaysOf", { name })}
            caption={t("rotDays")}
            unit={t("days")}
            empty={t("never")}
            value={stage.rotDays}
            max={3650}
            className="max-sm:col-start-2 max-sm:row-start-3"
            onValueChange={(rotDays) => onEdit({ ...stage, rotDays: rotDays || null })}
          />
          <div className="flex max-sm:col-start-3 max-sm:row-span-2 max-sm:row-start-2 max-sm:self-end sm:mt-[calc((var(--control-md)-var(--control-sm))/2)]">
            <IconButton
              size="sm"
              label={t("up", { name })}
              icon={<ArrowUp size={16} />}
              disabled={place === 0}
              onClick={() => onMove?.(-1)}
            />
            <IconButton
              size="sm"
              label={t("down", { name })}
              icon={<ArrowDown size={16} />}
              disabled={place === count - 1}
              onClick={() => onMove?.(1)}
            />
            <IconButton
              size="sm"
              label={t("remove", { name })}
              icon={<X size={16} />}
              disabled={!onRemove}
              onClick={onRemove}
            />
          </div>
        </>
      ) : (
        <div className="flex items-center max-sm:col-start-2 sm:col-span-3 sm:min-h-(--control-md)">
          <Badge tone={stage.kind === "won" ? "green" : "neutral"}>{t(stage.kind)}</Badge>
        </div>
      )}
    </li>
  );
}
