"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMonth } from "@/app/_ui/format/month";
import { later, past } from "@/domain/board-grouping";
import { type Grouping, none } from "@/domain/board-query";
import { useBoardFrame } from "../board-frame";

/** Names the columns of a board by their keys: a stage, an owner, a month, or what belongs to none. */
export function useColumnTitle(group: Grouping): (key: string) => string {
  const t = useTranslations("views.columns");
  const locale = useLocale();
  const { stageOf, memberName } = useBoardFrame();
  return (key) => {
    if (group === "stage") return stageOf(key)?.name ?? "";
    if (group === "owner") return key === none ? t("withoutOwner") : (memberName(key) ?? "");
    if (key === none) return t("withoutDate");
    if (key === past) return t("earlier");
    return key === later ? t("later") : formatMonth(key, locale);
  };
}
