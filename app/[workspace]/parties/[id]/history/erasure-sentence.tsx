"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PartyHistoryEntry } from "@/domain/party-answers";

const outcomes = ["done", "declined", "withdrawn"] as const;

/** "The customer asked to be erased", "Anna Keller declined the erasure: …" and the like. */
export function ErasureSentence({ entry, actor }: { entry: PartyHistoryEntry; actor: string }) {
  const t = useTranslations("party.history.erasure");
  const { op, changes } = entry;
  const b = (chunks: ReactNode) => <span className="font-medium">{chunks}</span>;
  if (op === "insert") return <p>{t.rich("insert", { actor, b })}</p>;
  const outcome = outcomes.find((one) => one === changes.status?.[1]);
  if (!outcome) return null;
  return <p>{t.rich(outcome, { actor, b, note: String(changes.note?.[1] ?? "") })}</p>;
}
