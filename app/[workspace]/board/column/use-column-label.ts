"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { later, past } from "@/domain/board-grouping";
import { none } from "@/domain/board-query";
import { useBoardFrame } from "../board-frame";

/** The names of columns: a stage, a colleague, a month, or what stands for the rest. */
export function useColumnLabel(): (key: string) => string {
  const t = useTranslations("query.column");
  const format = useFormat();
  const { query, stageOf, memberName } = useBoardFrame();
  return (key) => {
    if (query.group === "stage") return stageOf(key)?.name ?? "";
    if (query.group === "owner") return key === none ? t("nobody") : (memberName(key) ?? "");
    if (key === none) return t("noDay");
    if (key === past || key === later) return t(key);
    return format.month(key);
  };
}
