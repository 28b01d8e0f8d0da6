"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { SubscribeOutcomes } from "@/domain/contact-list-answers";

const kinds = ["asked", "already", "declined", "leftOut", "withoutEmail"] as const;

/** What became of those who were to be put on a list, as one sentence. */
export function useOutcomeWords(): (outcomes: SubscribeOutcomes) => string {
  const t = useTranslations("contactList.outcomes");
  const format = useFormat();
  return (outcomes) => {
    const parts = kinds.flatMap((kind) =>
      outcomes[kind] > 0 ? [t(kind, { count: outcomes[kind] })] : [],
    );
    return parts.length === 0 ? t("none") : t("sentence", { parts: format.list(parts) });
  };
}
