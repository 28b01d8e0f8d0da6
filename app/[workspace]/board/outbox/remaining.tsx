"use client";

import { useTranslations } from "next-intl";

/** How many decisions are left, where there is more than one. */
export function Remaining({ count }: { count: number }) {
  const t = useTranslations("board.outbox");
  if (count < 2) return null;
  return (
    <p className="mr-auto self-center text-13 text-muted tabular-nums">
      {t("remaining", { count })}
    </p>
  );
}
