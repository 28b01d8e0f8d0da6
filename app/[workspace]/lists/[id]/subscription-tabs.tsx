"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import type { ContactList } from "@/domain/contact-list-answers";
import { countOf, type SubscriptionView, subscriptionViews } from "./subscription-views";

type SubscriptionTabsProps = {
  view: SubscriptionView;
  counts: ContactList["counts"];
  onShow: (view: SubscriptionView) => void;
};

/** In which state those are who are shown, and how many each has. */
export function SubscriptionTabs({ view, counts, onShow }: SubscriptionTabsProps) {
  const t = useTranslations("contactList.subscriptionViews");
  return (
    <SegmentedControl
      label={t("label")}
      value={view}
      onValueChange={onShow}
      segments={subscriptionViews.map((value) => ({
        value,
        label: t(value),
        icon: <Count value={countOf(value, counts)} />,
      }))}
    />
  );
}

/** Behind the label, where an icon would stand before it. */
function Count({ value }: { value: number }) {
  const format = useFormat();
  return (
    <span className="order-last tabular text-12 text-faint">{format.decimal(String(value))}</span>
  );
}
