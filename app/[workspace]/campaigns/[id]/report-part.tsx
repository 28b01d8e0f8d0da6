"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { Section } from "../../parties/[id]/section";
import { useCampaignReport } from "./use-campaign-report";

/** The leads, opportunities and sums that came from a campaign. */
export function ReportPart({ campaign }: { campaign: CampaignDetails }) {
  const t = useTranslations("campaign.report");
  const format = useFormat();
  const { data } = useCampaignReport(campaign);
  if (!data) return null;
  const { leads, opportunities, won } = data;
  const isEmpty = leads.total === 0 && opportunities.total === 0;
  const sums = won.map(({ amount, currency }) => format.money(amount, currency, { trim: true }));
  const rows = [
    { label: t("leads"), value: leads.total, isPart: false },
    { label: t("converted"), value: leads.converted, isPart: true },
    { label: t("opportunities"), value: opportunities.total, isPart: false },
    { label: t("open"), value: opportunities.open, isPart: true },
    { label: t("won"), value: opportunities.won, isPart: true },
    { label: t("lost"), value: opportunities.lost, isPart: true },
  ];
  return (
    <Section title={t("title")}>
      {isEmpty && <p className="text-pretty text-13 text-muted">{t("none")}</p>}
      {!isEmpty && (
        <>
          <dl className="space-y-1 text-13">
            {rows.map(({ label, value, isPart }) => (
              <div key={label} className="flex items-baseline justify-between gap-4">
                <dt className={isPart ? "pl-3 text-muted" : undefined}>{label}</dt>
                <dd className="tabular">{format.decimal(String(value))}</dd>
              </div>
            ))}
            {sums.length > 0 && (
              <div className="flex items-baseline justify-between gap-4 border-hairline border-t pt-1 font-medium">
                <dt>{t("revenue")}</dt>
                <dd className="text-right tabular">{format.list(sums)}</dd>
              </div>
            )}
          </dl>
          <p className="mt-2 text-12 text-muted">{t("visible")}</p>
        </>
      )}
    </Section>
  );
}
