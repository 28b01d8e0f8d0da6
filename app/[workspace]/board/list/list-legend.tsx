"use client";

import { useTranslations } from "next-intl";
import type { Grouping } from "@/domain/board-query";
import { cellGrid } from "./list-layout";

/**
 * What the cells below are, as wide as they are beside their scrollbar. For eyes alone: each cell
 * tells a screen reader itself.
 */
export function ListLegend({ group }: { group: Grouping }) {
  const t = useTranslations("views.list");
  return (
    <div
      aria-hidden="true"
      className={`${cellGrid(group)} h-8 shrink-0 overflow-hidden border-hairline border-b px-5 pointer-coarse:pr-12 text-12 text-faint [scrollbar-gutter:stable] [scrollbar-width:thin]`}
    >
      <span className="truncate">{t("name")}</span>
      {group !== "stage" && <span className="truncate">{t("stage")}</span>}
      <span className="truncate opacity-0 @6xl:opacity-100">{t("owner")}</span>
      <span className="truncate text-right">{t("amount")}</span>
      <span className="truncate">{t("close")}</span>
      <span className="truncate opacity-0 @6xl:opacity-100">{t("step")}</span>
      <span className="hidden truncate @4xl:block">{t("activity")}</span>
    </div>
  );
}
