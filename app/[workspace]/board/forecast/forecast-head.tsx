"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { VisibleColumn } from "@/domain/board-visible";
import { useBoardFrame } from "../board-frame";
import { forecastTotal } from "./forecast-bars";

/** What all months may bring together: the legend of the bars, with further currencies named. */
export function ForecastHead({ columns }: { columns: readonly VisibleColumn[] }) {
  const t = useTranslations("views.forecast");
  const format = useFormat();
  const { membership } = useBoardFrame();
  const { main, others } = forecastTotal(columns, membership.currency);
  const money = (amount: string, currency: string) =>
    format.money(amount, currency, { trim: true });
  const words = others.map(({ currency, amount, weighted }) =>
    t("otherSum", { sum: money(amount, currency), weighted: money(weighted, currency) }),
  );
  return (
    <header>
      <h2 className="sr-only">{t("title")}</h2>
      <dl className="flex flex-wrap items-baseline gap-x-5 gap-y-1 tabular">
        <Total
          name={t("sum")}
          amount={money(main.amount, main.currency)}
          className="border border-accent/60 bg-accent-soft"
        />
        <Total
          name={t("weighted")}
          amount={money(main.weighted, main.currency)}
          className="bg-accent"
        />
        {words.length > 0 && (
          <div className="min-w-0 text-12 text-muted">
            <dt className="mr-1.5 inline">{t("others")}:</dt>
            <dd className="inline">{words.join(" · ")}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}

type TotalProps = { name: string; amount: string; className: string };

function Total({ name, amount, className }: TotalProps) {
  return (
    <div className="flex items-baseline gap-1.5">
      <span aria-hidden="true" className={cx("size-2.5 rounded-full", className)} />
      <dt className="text-12 text-muted">{name}</dt>
      <dd className="font-semibold text-14">{amount}</dd>
    </div>
  );
}
