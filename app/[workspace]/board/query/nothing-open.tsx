"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import type { BoardFilter } from "@/domain/board-filter";
import { showFilter } from "./use-board-filter";

/** A board by owner or month, which shows open sales alone, without any. */
export function NothingOpen({ filter }: { filter: BoardFilter }) {
  const t = useTranslations("query.nothingOpen");
  const layout = filter.layout === "list" ? "list" : "board";
  return (
    <EmptyState
      title={t("title")}
      text={t("text")}
      action={
        <Button onClick={() => showFilter({ ...filter, layout, group: "stage" })}>
          {t("action")}
        </Button>
      }
    />
  );
}
