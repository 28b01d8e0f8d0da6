"use client";

import { Plus, Scale } from "lucide-react";
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
import { useColumnTitle } from "./column-title";
import { type CurrencyFigure, orderFigures } from "./figures";

type ColumnHeadProps = {
  columnKey: string;
  count: number;
  figures: VisibleColumn["figures"];
  /** Whether any column of the board has a further currency. */
  hasOthers: boolean;
  headingId: string;
  onFold: () => void;
  onShift: (by: -1 | 1) => void;
};

/** Name, count and sums over all cards of a column; stays while its cards scroll. */
export const ColumnHead = memo(function ColumnHead(props: ColumnHeadProps) {
  const { columnKey, count, figures, hasOthers, headingId, onFold, onShift } = props;
  const t = useTranslations("board.column");
  const { query, stages, stageOf, memberName, canEdit, membership } = useBoardFrame();
  const name = useColumnTitle(query.group)(columnKey);
  const stage = query.group === "stage" ? stageOf(columnKey) : undefined;
  // By owner or month all opportunities are open.
  const isOpen = stage === undefined || stage.kind === "open";
  const owner = query.group === "owner" ? memberName(columnKey) : undefined;
  const { add } = useBoardActions();
  const format = useFormat();
  const { main, others } = orderFigures(figures, membership.currency);
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
          <ColumnMenu name={name} onFold={onFold} onShift={onShift} />
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
      <dl className="mt-0.5 tabular">
        <MainSum figure={main} isWeighted={isOpen} />
        {hasOthers && <OtherSums figures={others} isWeighted={isOpen} />}
      </dl>
    </header>
  );
});

function MainSum({ figure, isWeighted }: { figure: CurrencyFigure; isWeighted: boolean }) {
  const t = useTranslations("board.column");
  const format = useFormat();
  const { currency } = figure;
  const sum = format.money(figure.amount, currency, { trim: true });
  const weighted = format.money(figure.weighted, currency, { trim: true });
  return (
    <div className="flex items-center gap-2">
      <dt className="sr-only">{t("sum", { currency })}</dt>
      <dd className="min-w-0 truncate font-medium text-13" title={sum}>
        {sum}
      </dd>
      {isWeighted && (
        <>
          <dt className="sr-only">{t("weighted", { currency })}</dt>
          <dd
            className="ml-auto flex shrink-0 items-center gap-1 text-12 text-muted"
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

type OtherSumsProps = { figures: readonly CurrencyFigure[]; isWeighted: boolean };

/** One line however many currencies there are, so that the cards of all columns begin together. */
function OtherSums({ figures, isWeighted }: OtherSumsProps) {
  const t = useTranslations("board.column");
  const format = useFormat();
  const words = figures.map(({ currency, amount, weighted }) => {
    const sum = format.money(amount, currency, { trim: true });
    if (!isWeighted) return sum;
    return t("otherSum", { sum, weighted: format.money(weighted, currency, { trim: true }) });
  });
  const sums = figures.map(({ amount, currency }) =>
    format.money(amount, currency, { trim: true }),
  );
  return (
    <div className="h-4 text-12 text-muted">
      <dt className="sr-only">{t("others")}</dt>
      <dd className="truncate" data-tooltip={words.length > 0 ? words.join(" · ") : undefined}>
        <span aria-hidden="true">{sums.map((sum) => `+ ${sum}`).join("  ")}</span>
        <span className="sr-only">{format.list(words)}</span>
      </dd>
    </div>
  );
}
