"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Opportunity } from "./use-opportunity";

/** That the customer is on the blacklist, and why the opportunity was started all the same. */
export function BlacklistNote({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations("opportunity");
  const { isBlacklisted, blacklistReason } = opportunity;
  if (!isBlacklisted) return null;
  return (
    <p className="mx-5 mt-4 flex gap-2 rounded-8 bg-red-soft px-3 py-2 text-13 text-red-text">
      <Ban size={14} aria-hidden="true" className="mt-0.5 shrink-0" />
      <span className="wrap-anywhere">
        {t("blacklisted")}
        {blacklistReason !== null && ` ${t("blacklistReason", { reason: blacklistReason })}`}
      </span>
    </p>
  );
}
