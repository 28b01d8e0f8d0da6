"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { FieldValue } from "@/domain/field-conflict";
import { leadSourceCodes } from "@/domain/lead-source";
import { useBoardFrame } from "../board-frame";

type Party = { id: string; name: string };

/** What is known of the opportunity whose values are put into words. */
type Known = {
  customer: Party | null;
  contact: Party | null;
  campaign: Party | null;
  currency: string;
};

/** How the value of a field reads, in conflicts and in the history. */
export function useFieldWords(opportunity: Known) {
  const t = useTranslations("opportunity");
  const format = useFormat();
  const { memberName, teams, stageOf } = useBoardFrame();
  const { customer, contact, campaign } = opportunity;

  function partyName(id: FieldValue): string {
    if (customer?.id === id) return customer.name;
    return contact?.id === id ? contact.name : t("value.otherParty");
  }

  return (field: string, value: FieldValue): string => {
    if (field === "isPrivate") return t(value ? "value.private" : "value.shared");
    if (field === "teamId" && value === null) return t("fields.everyone");
    if (field === "ownerId" && value === null) return t("fields.nobody");
    if (value === null || value === "") return t("value.none");
    const text = String(value);
    switch (field) {
      case "stageId":
        return stageOf(text)?.name ?? t("value.formerStage");
      case "ownerId":
        return memberName(text) ?? t("value.formerMember");
      case "teamId":
        return teams.find((team) => team.id === text)?.name ?? t("value.otherTeam");
      case "customerId":
      case "contactId":
        return partyName(text);
      case "campaignId":
        return campaign?.id === text ? campaign.name : t("value.otherCampaign");
      case "amount":
        return format.money(text, opportunity.currency, { trim: true });
      case "probability":
        return format.percent(Number(text) / 100);
      case "expectedCloseOn":
      case "nextStepOn":
        return format.date(text);
      case "source": {
        const code = leadSourceCodes.find((one) => one === text);
        return code ? t(`sources.${code}`) : text;
      }
      default:
        return text;
    }
  };
}

export type FieldWords = ReturnType<typeof useFieldWords>;
