"use client";

import { useTranslations } from "next-intl";
import type { Connection } from "@/app/_realtime/board-sync";
import { useConnection } from "@/app/_realtime/use-board";
import { cx } from "@/app/_ui/cx";

const dots: Record<Connection, string> = {
  live: "bg-green",
  connecting: "bg-faint animate-pulse",
  "catching-up": "bg-amber animate-pulse",
  offline: "bg-amber",
  "signed-out": "bg-red",
};

/** Whether what others do arrives at once: a dot with a word. */
export function ConnectionMark() {
  const connection = useConnection();
  const t = useTranslations("board.connection");
  // Then there is no board either.
  if (connection === "removed") return null;
  return (
    <span
      role="status"
      className="flex items-center gap-1.5 text-12 text-muted"
      data-tooltip={t(`${connection}.tip`)}
    >
      <span aria-hidden="true" className={cx("size-2 rounded-full", dots[connection])} />
      {t(`${connection}.word`)}
    </span>
  );
}
