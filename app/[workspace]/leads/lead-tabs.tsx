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
        icon: <Count value={countOf(value, counts)} />,
      }))}
    />
  );
}

/** Closed ones only grow, and nobody waits for them. */
function countOf(view: LeadView, counts: LeadCounts | undefined): number | undefined {
  return view === "closed" ? undefined : counts?.[view];
}

/** Behind the label, where an icon would stand before it. */
function Count({ value }: { value: number | undefined }) {
  if (value === undefined) return null;
  return <span className="order-last tabular text-12 text-faint">{value}</span>;
}
