"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { SubscribeOutcomes } from "@/domain/contact-list-answers";

const kinds = ["asked", "already", "declined", "leftOut", "withoutEmail"] as const;

type ViewOutlookProps = { size: number; isMore: boolean; outcomes: SubscribeOutcomes };

/** What a view holds, and what would become of them on the list. */
export function ViewOutlook({ size, isMore, outcomes }: ViewOutlookProps) {
  const t = useTranslations("contactList.fill");
  const format = useFormat();
  return (
    <div className="rounded-10 bg-sunken px-4 py-3">
      <p className="font-medium">{t(isMore ? "holdsMore" : "holds", { count: size })}</p>
      <dl className="mt-1.5 space-y-1 text-13">
        {kinds.map((kind) => (
          <div key={kind} className="flex items-baseline justify-between gap-4">
            <dt className="text-muted">{t(`outlook.${kind}`)}</dt>
            <dd className="tabular">{format.decimal(String(outcomes[kind]))}</dd>
          </div>
        ))}
      </dl>
      {isMore && <p className="mt-2 text-pretty text-13 text-muted">{t("moreText")}</p>}
    </div>
  );
}
