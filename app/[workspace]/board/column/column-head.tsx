"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { useFormat } from "@/app/_ui/format/use-format";
import { IconButton } from "@/app/_ui/icon-button";
import type { VisibleColumn } from "@/domain/board-visible";
import { StageMark } from "../../stage-mark";
import { useBoardActions } from "../board-actions";
import { useBoardFrame } from "../board-frame";
import { preloadQuickAdd } from "../quick-add/lazy-quick-add";
import { ColumnMenu } from "./column-menu";
import { ColumnSums } from "./column-sums";
import { useColumnTitle } from "./column-title";

type ColumnHeadProps = {
  columnKey: string;
  count: number;
  figures: VisibleColumn["figures"];
  /** Whether any column of the board has a further currency. */
  hasOthers: boolean;
  headingId: string;
  onFold: (key: string) => void;
  onShift: (key: string, by: -1 | 1) => void;
};

/** Name, count and sums over all cards of a column; stays while its cards scroll. */
export const ColumnHead = memo(function ColumnHead(props: ColumnHeadProps) {
  const { columnKey, count, figures, hasOthers, headingId, onFold, onShift } = props;
  const t = useTranslations("board.column");
  const { query, stages, stageOf, memberName, canEdit } = useBoardFrame();
  const name = useColumnTitle(query.group)(columnKey);
  const stage = query.group === "stage" ? stageOf(columnKey) : undefined;
  // By owner or month all opportunities are open.
  const isOpen = stage === undefined || stage.kind === "open";
  const owner = query.group === "owner" ? memberName(columnKey) : undefined;
  const { add } = useBoardActions();
  const format = useFormat();
  return (
    <header className="group/column shrink-0 px-3 pt-2 pb-2.5">
      <div className="flex min-h-(--control-sm) items-center gap-2">
        {stage && <StageMark stage={stage} stages={stages} />}
        {owner !== undefined && <Avatar name={owner} size="sm" decorative />}
        <h2 id={headingId} className="min-w-0 truncate font-semibold text-13" title={name}>
          {name}
        </h2>
        <span className="text-13 text-muted tabular">
          <span aria-hidden="true">{format.decimal(String(count))}</span>
          <span className="sr-only">{t("count", { count })}</span>
        </span>
        <div className="-mr-1.5 ml-auto flex opacity-0 transition-opacity focus-within:opacity-100 group-hover/column:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:opacity-100">
          <ColumnMenu
            name={name}
            onFold={() => onFold(columnKey)}
            onShift={(by) => onShift(columnKey, by)}
          />
        </div>
        {canEdit && stage?.kind === "open" && (
          <IconButton
            size="sm"
            className="-mr-1.5"
            label={t("add", { stage: name })}
            icon={<Plus size={16} />}
            onPointerEnter={preloadQuickAdd}
            onFocus={preloadQuickAdd}
            onClick={() => add(columnKey)}
          />
        )}
      </div>
      <ColumnSums figures={figures} isWeighted={isOpen} hasOthers={hasOthers} />
    </header>
  );
});
