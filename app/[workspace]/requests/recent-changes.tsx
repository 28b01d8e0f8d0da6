"use client";

import { CircleCheck, CircleX, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import type { ShownChange } from "@/domain/customer-request-answers";
import { ChangeRow } from "./change-row";

type RecentChangesProps = { label: string; changes: readonly ShownChange[]; now: Date };

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

/** Names may be long: unlike in a badge they take another line. */
function Outcome({ change }: { change: ShownChange }) {
  const t = useTranslations("request");
  const { status, decidedAt, decidedBy } = change;
  const name = decidedBy ?? t("someone");
  if (decidedAt === null) {
    return (
      <p className="flex gap-1.5 text-13 text-muted">
        <Zap size={14} aria-hidden="true" className="mt-0.5 shrink-0" />
        {t("recent.atOnce")}
      </p>
    );
  }
  const isDeclined = status === "declined";
  const Icon = isDeclined ? CircleX : CircleCheck;
  return (
    <p className={cx("flex gap-1.5 text-13", isDeclined ? "text-muted" : "text-green-text")}>
      <Icon size={14} aria-hidden="true" className="mt-0.5 shrink-0" />
      {t(isDeclined ? "recent.declined" : "recent.applied", { name })}
    </p>
  );
}
