"use client";

import { CalendarDays, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/app/_ui/badge";
import { daysBetween } from "@/app/_ui/format/date";
import { useFormat } from "@/app/_ui/format/use-format";
import type { ErasureRequest } from "@/domain/customer-request-answers";
import { PartyLink, rowColumns } from "./change-row";

/** From then on it is shown as urgent, days before the deadline. */
const urgentDays = 7;

type ErasureRowProps = {
  request: ErasureRequest;
  now: Date;
  /** The day it is in the workspace. */
  today: string;
  /** False where everything is about the same party. */
  isNamed: boolean;
  children: ReactNode;
};

/** Somebody who wants to be forgotten, and how much time is left. */
export function ErasureRow({ request, now, today, isNamed, children }: ErasureRowProps) {
  const t = useTranslations("request.erasure");
  const format = useFormat();
  const { party, createdAt, dueOn } = request;
  return (
    <li
      data-erasure={request.id}
      className={`grid gap-x-6 gap-y-2 border-hairline border-b px-5 py-3 last:border-b-0 ${rowColumns}`}
    >
      <div className="min-w-0">
        {isNamed && party && <PartyLink party={party} />}
        {isNamed && !party && <p className="font-medium">{t("gone")}</p>}
        {!isNamed && <p className="font-medium">{t("what")}</p>}
        <time
          dateTime={createdAt}
          data-tooltip={format.dateTime(createdAt)}
          className="block text-12 text-muted"
        >
          {t("asked", { when: format.relative(createdAt, now) })}
        </time>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TimeLeft days={daysBetween(today, dueOn)} />
        <span className="text-13 text-muted">{t("due", { day: format.date(dueOn) })}</span>
      </p>
      <div className="flex flex-wrap gap-2 @3xl:justify-end">{children}</div>
    </li>
  );
}

function TimeLeft({ days }: { days: number }) {
  const t = useTranslations("request.erasure");
  const words = days < 0 ? t("overdue", { days: -days }) : t("left", { days });
  return days < urgentDays ? (
    <Badge tone="red" icon={<TriangleAlert size={12} aria-hidden="true" />}>
      {words}
    </Badge>
  ) : (
    <Badge tone="blue" icon={<CalendarDays size={12} aria-hidden="true" />}>
      {words}
    </Badge>
  );
}
