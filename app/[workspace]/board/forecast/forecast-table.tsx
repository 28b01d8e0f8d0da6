"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { useColumnTitle } from "../column/column-title";
import type { ForecastBar } from "./forecast-bars";

type ForecastTableProps = { bars: readonly ForecastBar[]; currency: string };

/** The chart's values as a table, for screen readers. */
export function ForecastTable({ bars, currency }: ForecastTableProps) {
  const t = useTranslations("views.forecast");
  const format = useFormat();
  const titleOf = useColumnTitle("month");
  return (
    <div className="sr-only">
      <table>
        <caption>{t("description", { currency })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("month")}</th>
            <th scope="col">{t("sum")}</th>
            <th scope="col">{t("weighted")}</th>
            <th scope="col">{t("count")}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, amount, weighted, count }) => (
            <tr key={key}>
              <th scope="row">{titleOf(key)}</th>
              <td>{format.money(amount, currency)}</td>
              <td>{format.money(weighted, currency)}</td>
              <td>{format.decimal(String(count))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
