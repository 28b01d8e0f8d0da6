"use client";

import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { VisibleColumn } from "@/domain/board-visible";
import { useBoardFrame } from "../board-frame";
import { type CurrencyFigure, orderFigures } from "./figures";

type ColumnSumsProps = {
  figures: VisibleColumn["figures"];
  isWeighted: boolean;
  /** Whether any column of the board has a further currency. */
  hasOthers: boolean;
};

/** The sums over all cards of a column: the workspace's currency first. */
export function ColumnSums({ figures, isWeighted, hasOthers }: ColumnSumsProps) {
  const { membership } = useBoardFrame();
  const { main, others } = orderFigures(figures, membership.currency);
  return (
    <dl className="mt-0.5 tabular">
      <MainSum figure={main} isWeighted={isWeighted} />
      {hasOthers && <OtherSums figures={others} isWeighted={isWeighted} />}
    </dl>
  );
}

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
