"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Select } from "@/app/_ui/field/select-field";
import { IconButton } from "@/app/_ui/icon-button";
import { StageMark } from "../../stage-mark";
import { CommitInput } from "../commit-input";
import { CommitNumber } from "../commit-number";
import { patchForKind, type Stage, type StageKind, type StagePatch } from "./stage";

const kinds: readonly StageKind[] = ["open", "won", "lost"];

type StageRowProps = {
  stage: Stage;
  /** All of the pipeline, in order. */
  stages: readonly Stage[];
  first: boolean;
  last: boolean;
  /** The last stage a sale can be open in stays that. */
  onlyOpen: boolean;
  onEdit: (patch: StagePatch) => void;
  onMove: (by: 1 | -1) => void;
  onRetire: () => void;
};

/** One stage, edited in place; a row where there is room for columns, else a block. */
export function StageRow(props: StageRowProps) {
  const { stage, stages, first, last, onlyOpen, onEdit, onMove, onRetire } = props;
  const { name, kind } = stage;
  const t = useTranslations("settings.stages");
  return (
    <li className="grid grid-cols-[auto_1fr] items-center gap-x-3 @lg:grid-cols-[auto_1fr_auto] gap-y-2 rounded-10 border border-hairline p-3 @3xl:grid-cols-[auto_1fr_8rem_7.5rem_7.5rem_calc(3*var(--control-sm))] @3xl:gap-x-2 @3xl:rounded-none @3xl:border-x-0 @3xl:border-t-0 @3xl:px-0 @3xl:py-2">
      <StageMark stage={stage} stages={stages} />
      <CommitInput
        aria-label={t("nameOf", { name })}
        maxLength={100}
        value={name}
        onCommit={(text) => onEdit({ name: text })}
      />
      <div className="col-start-2 grid gap-2 @lg:col-end-4 @lg:row-start-2 @lg:grid-cols-3 @3xl:contents">
        <Labelled label={t("kind")}>
          <Select
            aria-label={t("kindOf", { name })}
            value={kind}
            disabled={onlyOpen}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onValueChange={(value) => {
              const next = kinds.find((one) => one === value);
              if (next) onEdit(patchForKind(next));
            }}
          />
        </Labelled>
        <Labelled label={t("probability")}>
          {kind === "open" ? (
            <CommitNumber
              label={t("probabilityOf", { name })}
              unit="%"
              min={0}
              max={100}
              value={stage.probability}
              onCommit={(probability) => probability !== null && onEdit({ probability })}
            />
          ) : (
            <span className="block pr-3 text-right text-muted tabular">{stage.probability} %</span>
          )}
        </Labelled>
        <Labelled label={t("rotDays")}>
          {kind === "open" ? (
            <CommitNumber
              label={t("rotDaysOf", { name })}
              unit={t("days")}
              empty={t("never")}
              min={1}
              max={3650}
              value={stage.rotDays}
              onCommit={(rotDays) => onEdit({ rotDays })}
            />
          ) : (
            <span className="block pr-3 text-right text-muted">–</span>
          )}
        </Labelled>
      </div>
      <div className="col-start-2 flex justify-end @lg:col-start-3 @lg:row-start-1 @3xl:col-start-6">
        <IconButton
          size="sm"
          label={t("up", { name })}
          icon={<ArrowUp size={16} />}
          disabled={first}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="sm"
          label={t("down", { name })}
          icon={<ArrowDown size={16} />}
          disabled={last}
          onClick={() => onMove(1)}
        />
        <IconButton
          size="sm"
          label={t("retire", { name })}
          icon={<Trash2 size={16} />}
          disabled={onlyOpen}
          onClick={onRetire}
        />
      </div>
    </li>
  );
}

/** Where there is no room for columns, their names stand before or above the values. */
function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[1fr_9rem] items-center gap-x-3 gap-y-1 @lg:grid-cols-1 @3xl:block">
      <span aria-hidden="true" className="text-13 text-muted @3xl:hidden">
        {label}
      </span>
      {children}
    </div>
  );
}
