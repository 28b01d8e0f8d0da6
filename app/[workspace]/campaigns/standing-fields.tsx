"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { SelectField } from "@/app/_ui/field/select-field";
import { campaignStatuses } from "@/domain/campaign-input";
import type { CampaignDraft } from "./campaign-draft";

type StandingFieldsProps = {
  draft: CampaignDraft;
  onChange: (part: Partial<CampaignDraft>) => void;
};

/** How far a campaign is, and who looks after it. */
export function StandingFields({ draft, onChange }: StandingFieldsProps) {
  const t = useTranslations("campaign");
  const trpc = useTRPC();
  const members = useQuery(trpc.member.list.queryOptions()).data ?? [];
  const owners = members.filter(
    ({ id, deactivatedAt }) => deactivatedAt === null || id === draft.ownerId,
  );
  return (
    <>
      <SelectField
        label={t("dialog.owner")}
        placeholder={t("dialog.nobody")}
        value={draft.ownerId}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={(ownerId) => onChange({ ownerId })}
      />
      <SelectField
        label={t("dialog.status")}
        value={draft.status}
        options={campaignStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        onValueChange={(said) => {
          const status = campaignStatuses.find((one) => one === said);
          if (status) onChange({ status });
        }}
      />
    </>
  );
}
