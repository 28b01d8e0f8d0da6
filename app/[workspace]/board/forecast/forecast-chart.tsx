"use client";

import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { formatMonth } from "@/app/_ui/format/month";
import { useFormat } from "@/app/_ui/format/use-format";
import { none } from "@/domain/board-query";
import type { VisibleColumn } from "@/domain/board-visible";
import { useBoardFrame } from "../board-frame";
import { useColumnTitle } from "../column/column-title";
import { type ForecastBar, forecastBars } from "./forecast-bars";
import { ForecastHead } from "./forecast-head";
import { ForecastTable } from "./forecast-table";

type ForecastChartProps = {
  columns: readonly VisibleColumn[];
  /** Whether the panel lies over the right side. */
  hasPanel: boolean;
  /** Leads to the opportunities of a month. */
  onChoose: (columnKey: string) => void;
};

/** A bar a month in the workspace's currency: all of it the sum, the filled part weighted. */
export function ForecastChart({ columns, hasPanel, onChoose }: ForecastChartProps) {
  const t = useTranslations("views.forecast");
  const format = useFormat();
  const { membership } = useBoardFrame();
  const { currency } = membership;
  const { bars, top } = forecastBars(columns, currency);
  const label = (share: number) => format.compactMoney(String(Math.round(top * share)), currency);
  return (
    <section
      aria-label={t("title")}
      className={cx(
        "@container shrink-0 border-hairline border-b bg-surface px-3 pt-3 pb-2 sm:px-5",
        hasPanel && "lg:pr-[calc(var(--panel-width)+1.25rem)]",
      )}
    >
      <ForecastHead columns={columns} />
      <div className="relative mt-4 flex h-44 [@media(height<44rem)]:h-28">
        {top > 0 && (
          <div
            aria-hidden="true"
            className="relative mr-2 mb-6 w-16 shrink-0 text-right text-12 text-faint tabular max-sm:hidden"
          >
            <span className="absolute top-0 right-0 -translate-y-1/2">{label(1)}</span>
            <span className="absolute top-1/2 right-0 -translate-y-1/2">{label(0.5)}</span>
          </div>
        )}
        <div className="relative flex min-w-0 flex-1">
          <div aria-hidden="true" className="pointer-events-none absolute inset-x-0 top-0 bottom-6">
            <span className="absolute inset-x-0 top-0 border-hairline border-t" />
            <span className="absolute inset-x-0 top-1/2 border-hairline border-t" />
            <span className="absolute inset-x-0 bottom-0 border-hairline-strong border-t" />
          </div>
          {bars.map((bar) => (
            <Bar key={bar.key} bar={bar} currency={currency} onChoose={onChoose} />
          ))}
          {top === 0 && (
            <p className="absolute inset-x-0 top-1/4 text-center text-13 text-muted">
              {t("empty")}
            </p>
          )}
        </div>
      </div>
      <ForecastTable bars={bars} currency={currency} />
    </section>
  );
}

type BarProps = { bar: ForecastBar; currency: string; onChoose: (columnKey: string) => void };

function Bar({ bar, currency, onChoose }: BarProps) {
  const t = useTranslations("views.forecast");
  const format = useFormat();
  const title = useColumnTitle("month")(bar.key);
  const exact = t("bar", {
    month: title,
    sum: format.money(bar.amount, currency, { trim: true }),
    weighted: format.money(bar.weighted, currency, { trim: true }),
    count: bar.count,
  });
  return (
    <button
      type="button"
      aria-label={exact}
      data-tooltip={exact}
      className="group/bar relative flex min-w-0 flex-1 flex-col items-center rounded-6 outline-none hover:bg-hover/60 focus-visible:outline-2 focus-visible:outline-ring"
      onClick={() => onChoose(bar.key)}
    >
      <svg aria-hidden="true" className="min-h-0 w-3/5 max-w-16 flex-1 overflow-visible">
        <Block share={bar.height} className="fill-accent-soft stroke-accent/60" />
        <Block share={bar.filled} className="fill-accent group-hover/bar:fill-accent-hover" />
      </svg>
      <BarLabel columnKey={bar.key} title={title} />
    </button>
  );
}

type BarLabelProps = { columnKey: string; title: string };

/** As much of a month's name as fits below its bar. */
function BarLabel({ columnKey, title }: BarLabelProps) {
  const t = useTranslations("views.columns");
  const locale = useLocale();
  const isMonth = /^\d{4}-\d{2}$/.test(columnKey);
  const others = columnKey === none ? t("withoutDateShort") : title;
  return (
    <span className="h-6 w-full truncate pt-1.5 text-center text-12 text-muted">
      <span className="@xl:hidden">
        {isMonth ? formatMonth(columnKey, locale, "bare") : others}
      </span>
      <span className="@max-xl:hidden">
        {isMonth ? formatMonth(columnKey, locale, "short") : title}
      </span>
    </span>
  );
}

/** A part of a bar from the ground up; glides when a sum changes. */
function Block({ share, className }: { share: number; className: string }) {
  if (share <= 0) return null;
  return (
    <rect
      width="100%"
      y={`${100 - share * 100}%`}
      height={`${share * 100}%`}
      rx="3"
      className={cx("transition-[y,height] duration-(--motion-slow)", className)}
    />
  );
}
