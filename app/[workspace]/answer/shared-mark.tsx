"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says that the customer reads this on their own page. */
export function SharedMark() {
  const t = useTranslations("communication.answer");
  return (
    <span className="inline-flex items-center gap-1 text-12" data-tooltip={t("sharedTip")}>
      <Eye size={12} aria-hidden="true" />
      {t("shared")}
    </span>
  );
}
