"use client";

import { ChevronRight, Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Grouping } from "@/domain/board-query";
import type { VisibleColumn } from "@/domain/board-visible";
import { StageMark } from "../../stage-mark";
import { useBoardFrame } from "../board-frame";
import { type CurrencyFigure, orderFigures } from "../column/figures";

type ListHeadProps = {
  rowKey: string;
  column: VisibleColumn;
  group: Grouping;
  title: string;
  isCollapsed: boolean;
  tabIndex: 0 | -1;
  onToggle: (columnKey: string) => void;
};

/** The head of a group: its name opens and closes it; count and sums are over all its cards. */
export function ListHead(props: ListHeadProps) {
  const { rowKey, column, group, title, isCollapsed, tabIndex, onToggle } = props;
  const t = useTranslations("board.column");
  const { stages, stageOf, membership } = useBoardFrame();
  const format = useFormat();
  const stage = group === "stage" ? stageOf(column.key) : undefined;
  const isWeighted = stage === undefined || stage.kind === "open";
  const { main, others } = orderFigures(column.figures, membership.currency);
  return (
    <div className="flex h-full items-center gap-2 border-hairline border-b bg-canvas px-3 sm:px-5">
      <h2 className="min-w-0">
        <button
          type="button"
          data-row={rowKey}
          aria-expanded={!isCollapsed}
          tabIndex={tabIndex}
          className="flex control-sm min-w-0 max-w-full items-center gap-2 rounded-6 pr-1.5 text-left font-semibold text-13 outline-offset-1 hover:bg-hover focus-visible:outline-2 focus-visible:outline-ring"
          onClick={() => onToggle(column.key)}
        >
          <ChevronRight
            size={14}
            aria-hidden="true"
            className={cx(
              "shrink-0 text-muted transition-transform duration-(--motion-fast)",
              !isCollapsed && "rotate-90",
            )}
          />
          {stage && <StageMark stage={stage} stages={stages} />}
          <span className="truncate" title={title}>
            {title}
          </span>
        </button>
      </h2>
      <span className="shrink-0 text-13 text-muted tabular">
        <span aria-hidden="true">{format.decimal(String(column.count))}</span>
        <span className="sr-only">{t("count", { count: column.count })}</span>
      </span>
      <dl className="ml-auto flex shrink-0 items-center gap-3 tabular">
        {others.map((figure) => (
          <div key={figure.currency} className="@max-4xl:hidden">
            <Sums figure={figure} isWeighted={isWeighted} isMain={false} />
          </div>
        ))}
        <Sums figure={main} isWeighted={isWeighted} isMain />
      </dl>
    </div>
  );
}

type SumsProps = { figure: CurrencyFigure; isWeighted: boolean; isMain: boolean };

function Sums({ figure, isWeighted, isMain }: SumsProps) {
  const t = useTranslations("board.column");
  const format = useFormat();
  const { currency } = figure;
  const weighted = format.money(figure.weighted, currency, { trim: true });
  return (
    <div className="flex items-center gap-2">
      <dt className="sr-only">{t("sum", { currency })}</dt>
      <dd className={isMain ? "font-medium text-13" : "text-12 text-muted"}>
        {format.money(figure.amount, currency, { trim: true })}
      </dd>
      {isWeighted && isMain && (
        <>
          <dt className="sr-only">{t("weighted", { currency })}</dt>
          <dd
            className="flex items-center gap-1 text-12 text-muted"
            data-tooltip={t("weightedTip", { amount: weighted })}
          >
            <Scale size={12} aria-hidden="true" />
            {weighted}
          </dd>
        </>
      )}
    </div>
  );
}
