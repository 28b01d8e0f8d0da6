"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { FieldValue } from "@/domain/field-conflict";
import { useBoardFrame } from "../../board-frame";
import { labelOf } from "../field-labels";
import { useFieldWords } from "../use-field-words";
import type { Opportunity } from "../use-opportunity";
import {
  type HistoryEntry,
  stayBefore,
  stayInWords,
  type ToldField,
  toldFields,
} from "./history-facts";

type HistorySentencesProps = { entry: HistoryEntry; opportunity: Opportunity };

/** "Anna Keller moved it from Offer to Negotiation · 3 days in Offer" and the like. */
export function HistorySentences({ entry, opportunity }: HistorySentencesProps) {
  const t = useTranslations("opportunity.history");
  const labels = useTranslations("opportunity.fields");
  const { memberName } = useBoardFrame();
  const words = useFieldWords(opportunity);
  const actor = memberName(entry.actorId) ?? t("system");
  const b = (name: React.ReactNode) => <span className="font-medium">{name}</span>;
  if (entry.op === "insert") return <p>{t.rich("created", { actor, b })}</p>;

  function sentence(field: ToldField, [before, after]: readonly [FieldValue, FieldValue]) {
    const from = words(field, before);
    const to = words(field, after);
    if (field === "stageId") return t.rich("moved", { actor, from, to, b });
    if (field === "isPrivate") return t.rich(after ? "madePrivate" : "madeShared", { actor, b });
    if (isUnnamed(field, before))
      return t.rich("set", { actor, field: labels(labelOf[field]), to, b });
    return t.rich("changed", { actor, field: labels(labelOf[field]), from, to, b });
  }

  return toldFields.flatMap((field) => {
    const change = entry.changes[field];
    if (!change) return [];
    return (
      <p key={field}>
        {sentence(field, change)}
        {field === "stageId" && (
          <Stay entry={entry} opportunity={opportunity} stageId={change[0]} />
        )}
      </p>
    );
  });
}

/** Of parties and campaigns only today's names are known; of empty fields there is nothing to tell. */
function isUnnamed(field: ToldField, before: FieldValue): boolean {
  const isNamed = field !== "customerId" && field !== "contactId" && field !== "campaignId";
  return !isNamed || before === null;
}

type StayProps = HistorySentencesProps & { stageId: FieldValue };

function Stay({ entry, opportunity, stageId }: StayProps) {
  const t = useTranslations("opportunity.history");
  const format = useFormat();
  const words = useFieldWords(opportunity);
  const ms = stayBefore(opportunity.stays, String(stageId), entry.changedAt);
  if (ms === null) return null;
  const { amount, unit } = stayInWords(ms);
  const stage = words("stageId", stageId);
  return (
    <span className="text-muted">
      {" · "}
      {t("stay", { duration: format.duration(amount, unit), stage })}
    </span>
  );
}
