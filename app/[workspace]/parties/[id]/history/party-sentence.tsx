"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PartyHistoryEntry } from "@/domain/party-answers";
import { useClasses } from "../classes/use-classes";
import { usePartyWords } from "../fields/use-party-words";
import { useOpened } from "../party-context";
import { useRoleName } from "../roles/use-role-name";
import { ErasureSentence } from "./erasure-sentence";
import { isPartField, subjectOf } from "./history-subject";
import { TaskSentence } from "./task-sentence";

/** "Anna Keller set Industry to Brewery", "… noted max@mustermann.de" and the like. */
export function PartySentence({ entry }: { entry: PartyHistoryEntry }) {
  const t = useTranslations("party.history");
  const labels = useTranslations("party.fields");
  const { opened, memberName } = useOpened();
  const roleName = useRoleName();
  const { className } = useClasses();
  const words = usePartyWords();
  const actor = entry.isByCustomer ? t("customer") : (memberName(entry.actorId) ?? t("system"));
  const b = (chunks: ReactNode) => <span className="font-medium">{chunks}</span>;
  if (entry.entity === "party") {
    if (entry.op === "insert") return <p>{t.rich("created", { actor, b })}</p>;
    return Object.entries(entry.changes).map(([field, [before, after]]) => {
      if (!isPartField(field)) return null;
      const said = {
        actor,
        b,
        field: labels(field),
        from: words(field, before),
        to: words(field, after),
      };
      return <p key={field}>{t.rich(before === null ? "set" : "changed", said)}</p>;
    });
  }
  if (entry.entity === "task") return <TaskSentence entry={entry} />;
  if (entry.entity === "erasure_request") return <ErasureSentence entry={entry} actor={actor} />;
  const subject = subjectOf(entry, opened, { roleName, className });
  const [former] = entry.op === "update" ? (entry.changes.value ?? []) : [];
  if (subject.kind === "contactPoint" && typeof former === "string") {
    const from = former.replaceAll("\n", ", ");
    return <p>{t.rich("contactPoint.rewritten", { actor, b, from, what: subject.what })}</p>;
  }
  if (entry.changes.sharesPage && entry.op === "update") {
    const kind = entry.changes.sharesPage[1] ? "relationship.shared" : "relationship.unshared";
    return <p>{t.rich(kind, { actor, b, what: subject.what })}</p>;
  }
  return <p>{t.rich(`${subject.kind}.${entry.op}`, { actor, b, what: subject.what })}</p>;
}
