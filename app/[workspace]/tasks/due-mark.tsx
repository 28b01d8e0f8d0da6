"use client";

import { CalendarDays, CircleAlert, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import { useTaskFrame } from "./task-frame";
import { dueSignal } from "./task-order";

const looks = {
  overdue: { Icon: CircleAlert, tone: "text-red-text" },
  today: { Icon: CircleDot, tone: "text-green-text" },
  later: { Icon: CalendarDays, tone: "text-muted" },
} as const;

/** By when an open task is to be done, in the colours of the board's next steps and in words. */
export function DueMark({ dueOn }: { dueOn: string }) {
  const t = useTranslations("task.due");
  const format = useFormat();
  const { now, today } = useTaskFrame();
  const signal = dueSignal(dueOn, today);
  const { Icon, tone } = looks[signal];
  return (
    <time
      dateTime={dueOn}
      data-tooltip={format.date(dueOn, "long")}
      className={cx("flex w-fit items-center gap-1 text-12", tone)}
    >
      <Icon size={12} strokeWidth={2.25} aria-hidden="true" />
      {t(signal, { day: format.shortDay(dueOn, now) })}
    </time>
  );
}
