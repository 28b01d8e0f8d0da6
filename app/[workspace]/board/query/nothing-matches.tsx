"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import type { BoardFilter } from "@/domain/board-filter";
import { clearFilter } from "./use-board-filter";

/** A board whose filter leaves nothing over. */
export function NothingMatches({ filter }: { filter: BoardFilter }) {
  const t = useTranslations("query.nothing");
  return (
    <EmptyState
      title={t("title")}
      text={t("text")}
      action={<Button onClick={() => clearFilter(filter)}>{t("action")}</Button>}
    />
  );
}
