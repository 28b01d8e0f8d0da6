"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Skeleton } from "@/app/_ui/skeleton";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { Section } from "../../parties/[id]/section";
import { OutcomeList } from "./outcome-list";

/** Whom a campaign reaches and whom it leaves out: foreseen, and once it is sent as it came. */
export function AudiencePart({ campaign }: { campaign: CampaignDetails }) {
  const t = useTranslations("campaign.audience");
  const { sending, lists } = campaign;
  return (
    <Section title={t("title")}>
      {sending && <OutcomeList outcomes={sending.outcomes} sendingState={sending.state} />}
      {!sending && lists.length === 0 && <p className="text-13 text-muted">{t("noLists")}</p>}
      {!sending && lists.length > 0 && <Foreseen id={campaign.id} />}
    </Section>
  );
}

function Foreseen({ id }: { id: string }) {
  const t = useTranslations("campaign.audience");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.campaign.audience.queryOptions({ id }));
  if (!data && error) {
    return (
      <p role="alert" className="text-13 text-red-text">
        {t("failed")}. {errorText(error)}
      </p>
    );
  }
  if (!data) return <Skeleton className="h-20 w-full" />;
  return (
    <>
      <OutcomeList outcomes={data.outcomes} />
      {data.isMore && (
        <p className="mt-2 text-pretty text-13 text-muted">{t("more", { count: data.size })}</p>
      )}
    </>
  );
}
