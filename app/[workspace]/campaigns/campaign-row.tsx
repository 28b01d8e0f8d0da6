"use client";

import { Ban } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Campaign } from "@/domain/campaign-answers";
import { textIn } from "@/domain/localized-text";
import { useWorkspace } from "../workspace-context";
import { CampaignStatusBadge } from "./campaign-status-badge";
import { usePeriodWords } from "./use-period-words";

/** The columns of a row where there is room for them: campaign, status, written to, leads, opportunities. */
export const rowColumns = "@3xl:grid-cols-[minmax(0,1fr)_9rem_11rem_5rem_6rem]";

/** One campaign: a click opens it. */
export function CampaignRow({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaign");
  const format = useFormat();
  const locale = useLocale();
  const period = usePeriodWords(campaign);
  const { slug } = useWorkspace();
  const { sending, leadCount, opportunityCount } = campaign;
  const lists = campaign.lists.map(({ names }) => textIn(names, locale));
  const about = [period, format.list(lists)].filter(Boolean).join(" · ");
  return (
    <li
      className={cx(
        "relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-hairline border-b px-5 py-3 transition-colors hover:bg-hover @3xl:min-h-14 @3xl:py-2",
        rowColumns,
      )}
    >
      <div className="min-w-0">
        <Link
          href={`/${slug}/campaigns/${campaign.id}`}
          title={campaign.name}
          className="block truncate rounded-6 font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-6 focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2"
        >
          {campaign.name}
        </Link>
        {about && (
          <p className="truncate text-13 text-muted" title={about}>
            {about}
          </p>
        )}
      </div>
      <div>
        <CampaignStatusBadge status={campaign.status} />
      </div>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 @max-3xl:col-span-2 @3xl:contents">
        <span className="flex flex-col @3xl:items-end">
          {sending ? (
            <Count of="sent" value={sending.outcomes.reached} />
          ) : (
            <span className="text-13 text-muted @3xl:text-right">{t("notSent")}</span>
          )}
          {sending && sending.outcomes.blacklisted > 0 && (
            <span className="flex items-center gap-1 text-12 text-red-text">
              <Ban size={12} aria-hidden="true" />
              {t("counts.blacklisted", { count: sending.outcomes.blacklisted })}
            </span>
          )}
        </span>
        <Count of="leads" value={leadCount} />
        <Count of="opportunities" value={opportunityCount} />
      </div>
    </li>
  );
}

/** A number under the head of its column; on phones with its word. */
function Count({ of, value }: { of: "sent" | "leads" | "opportunities"; value: number }) {
  const t = useTranslations("campaign.counts");
  const format = useFormat();
  return (
    <span className="text-13 tabular @3xl:text-right">
      {format.decimal(String(value))}{" "}
      <span className="text-muted @3xl:sr-only">{t(of, { count: value })}</span>
    </span>
  );
}
