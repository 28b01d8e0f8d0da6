"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { useFormat } from "@/app/_ui/format/use-format";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { Section } from "../../parties/[id]/section";
import { usePeriodWords } from "../use-period-words";

/** When it runs, what it may cost, who looks after it, and what it is about. */
export function CampaignFacts({ campaign }: { campaign: CampaignDetails }) {
  const t = useTranslations("campaign.facts");
  const format = useFormat();
  const trpc = useTRPC();
  const members = useQuery(trpc.member.list.queryOptions()).data;
  const period = usePeriodWords(campaign);
  const { budget, currency, ownerId, description } = campaign;
  const owner = members?.find(({ id }) => id === ownerId)?.name;
  return (
    <Section title={t("title")}>
      <dl className="space-y-1 text-13">
        <Fact term={t("period")}>{period || t("none")}</Fact>
        <Fact term={t("budget")}>
          {budget === null ? t("none") : format.money(budget, currency, { trim: true })}
        </Fact>
        <Fact term={t("owner")}>
          {ownerId === null ? t("none") : (owner ?? (members ? t("former") : "…"))}
        </Fact>
        {description && (
          <div className="pt-1">
            <dt className="text-muted">{t("description")}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{description}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="text-muted">{term}</dt>
      <dd className="text-right tabular wrap-anywhere">{children}</dd>
    </div>
  );
}
