"use client";

import { useTranslations } from "next-intl";
import type { FieldValue } from "@/domain/field-conflict";
import { leadStatuses } from "@/domain/lead-input";
import { leadSourceCodes } from "@/domain/lead-source";
import { useLeadPeople } from "../../use-lead-people";
import type { LeadDetails } from "../use-lead";
import type { ToldField } from "./lead-facts";

/** How the value of a field of a lead reads. */
export function useLeadWords({ party, organization, campaign }: LeadDetails) {
  const t = useTranslations("lead");
  const sources = useTranslations("opportunity.sources");
  const { nameOf, teamName } = useLeadPeople();
  const parties = organization ? [party, organization] : [party];
  return (field: ToldField, value: FieldValue): string => {
    const text = String(value ?? "");
    switch (field) {
      case "status": {
        const status = leadStatuses.find((one) => one === text);
        return status ? t(`status.${status}`) : text;
      }
      case "ownerId":
        return text === "" ? t("nobody") : (nameOf(text) ?? t("former"));
      case "teamId":
        return text === "" ? t("add.everyone") : (teamName(text) ?? t("panel.otherTeam"));
      case "source": {
        const code = leadSourceCodes.find((one) => one === text);
        return code ? sources(code) : t("panel.noSource");
      }
      case "campaignId":
        if (text === "") return t("panel.noCampaign");
        return campaign?.id === text ? campaign.name : t("history.otherCampaign");
      case "partyId":
      case "organizationId":
        return parties.find(({ id }) => id === text)?.name ?? t("history.otherParty");
      default:
        return text === "" ? t("history.nothing") : text;
    }
  };
}
