"use client";

import { useTranslations } from "next-intl";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { cx } from "@/app/_ui/cx";

const dots: Record<LiveConnection, string> = {
  live: "bg-green",
  connecting: "bg-faint animate-pulse",
  offline: "bg-amber",
  "signed-out": "bg-red",
  removed: "bg-red",
};

type LiveMarkProps = {
  connection: LiveConnection;
  /** Of the word beside the dot, which stays for screen readers. */
  wordClassName?: string;
};

/** Whether what others do arrives at once: a dot with a word. */
export function LiveMark({ connection, wordClassName }: LiveMarkProps) {
  const t = useTranslations("party.connection");
  return (
    <span
      role="status"
      className="flex items-center gap-1.5 text-12 text-muted"
      data-tooltip={t(`${connection}.tip`)}
    >
      <span aria-hidden="true" className={cx("size-2 rounded-full", dots[connection])} />
      <span className={wordClassName}>{t(`${connection}.word`)}</span>
    </span>
  );
}
