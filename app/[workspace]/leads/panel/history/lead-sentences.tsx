"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValue } from "@/domain/field-conflict";
import { useLeadPeople } from "../../use-lead-people";
import type { LeadDetails } from "../use-lead";
import { type LeadHistoryEntry, type ToldField, toldFields } from "./lead-facts";
import { useLeadWords } from "./use-lead-words";

type LeadSentencesProps = { entry: LeadHistoryEntry; lead: LeadDetails };

/** "Anna Keller changed Status from New to Working" and the like. */
export function LeadSentences({ entry, lead }: LeadSentencesProps) {
  const t = useTranslations("lead.history");
  const system = useTranslations("opportunity.history")("system");
  const { nameOf } = useLeadPeople();
  const words = useLeadWords(lead);
  const said = {
    actor: nameOf(entry.actorId) ?? system,
    b: (chunks: ReactNode) => <span className="font-medium">{chunks}</span>,
  };
  if (entry.op === "insert") return <p>{t.rich("created", said)}</p>;

  function sentence(field: ToldField, [before, after]: readonly [FieldValue, FieldValue]) {
    const from = words(field, before);
    const to = words(field, after);
    if (field === "isPrivate") return t.rich(after ? "madePrivate" : "madeShared", said);
    if (field === "status" && after === "converted") return t.rich("converted", said);
    if (field === "status" && after === "disqualified") {
      const [, reason] = entry.changes.disqualifiedReason ?? [];
      return t.rich("disqualified", { ...said, reason: String(reason ?? "") });
    }
    const label = t(`fields.${field}`);
    // Of parties and campaigns only today's names are known; of empty fields there is nothing to tell.
    const isUnnamed =
      field === "partyId" ||
      field === "organizationId" ||
      field === "campaignId" ||
      before === null;
    return isUnnamed
      ? t.rich("set", { ...said, field: label, to })
      : t.rich("changed", { ...said, field: label, from, to });
  }

  return toldFields.flatMap((field) => {
    const change = entry.changes[field];
    return change ? [<p key={field}>{sentence(field, change)}</p>] : [];
  });
}
