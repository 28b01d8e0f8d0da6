"use client";

import { useTranslations } from "next-intl";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import type { LeadCounts } from "@/domain/lead-answers";
import { type LeadView, leadViews } from "./lead-views";

type LeadTabsProps = {
  view: LeadView;
  counts: LeadCounts | undefined;
  onShow: (view: LeadView) => void;
};

/** Which leads are shown, and how many wait there. */
export function LeadTabs({ view, counts, onShow }: LeadTabsProps) {
  const t = useTranslations("lead.views");
  return (
    <SegmentedControl
      label={t("label")}
      value={view}
      onValueChange={onShow}
      segments={leadViews.map((value) => ({
        value,
        label: t(value),
        // Closed ones only grow, and nobody waits for them.
        count: value === "closed" ? undefined : counts?.[value],
      }))}
    />
  );
}
