"use client";

import { CircleCheck, CircleX, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_ui/badge";
import type { CustomerChange } from "@/domain/customer-request-answers";
import { ChangeRow } from "./change-row";

type RecentChangesProps = { label: string; changes: readonly CustomerChange[]; now: Date };

/** The last corrections and what became of them. */
export function RecentChanges({ label, changes, now }: RecentChangesProps) {
  return (
    <ul aria-label={label}>
      {changes.map((change) => (
        <ChangeRow key={change.id} change={change} now={now} isNamed>
          <Outcome change={change} />
        </ChangeRow>
      ))}
    </ul>
  );
}

function Outcome({ change }: { change: CustomerChange }) {
  const t = useTranslations("request");
  const { status, decidedAt, decidedBy } = change;
  if (decidedAt === null) {
    return <Badge icon={<Zap size={12} aria-hidden="true" />}>{t("recent.atOnce")}</Badge>;
  }
  const name = decidedBy ?? t("someone");
  return status === "declined" ? (
    <Badge icon={<CircleX size={12} aria-hidden="true" />}>{t("recent.declined", { name })}</Badge>
  ) : (
    <Badge tone="green" icon={<CircleCheck size={12} aria-hidden="true" />}>
      {t("recent.applied", { name })}
    </Badge>
  );
}
