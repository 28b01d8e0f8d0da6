"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Campaign } from "@/domain/campaign-answers";

/** When a campaign runs; empty where nobody said. */
export function usePeriodWords({
  startsOn,
  endsOn,
}: Pick<Campaign, "startsOn" | "endsOn">): string {
  const t = useTranslations("campaign.period");
  const format = useFormat();
  const from = startsOn && format.date(startsOn);
  const until = endsOn && format.date(endsOn);
  if (from && until) return t("both", { from, until });
  if (from) return t("from", { from });
  return until ? t("until", { until }) : "";
}
