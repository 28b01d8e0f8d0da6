"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { CampaignReport } from "@/domain/campaign-answers";

const kinds = ["sent", "waiting", "failed", "cancelled", "unsubscribed"] as const;

const fills: Record<(typeof kinds)[number], string> = {
  sent: "bg-green",
  waiting: "bg-amber",
  failed: "bg-red",
  cancelled: "bg-faint",
  unsubscribed: "bg-accent",
};

/** What became of the mails, each as a bar of all of them with its number and words. */
export function MailBars({ mails }: { mails: CampaignReport["mails"] }) {
  const t = useTranslations("campaign.sending.mails");
  const format = useFormat();
  const all = mails.sent + mails.waiting + mails.failed + mails.cancelled;
  // "Sent" is always told; of the others, those that there are.
  const told = kinds.filter((kind) => kind === "sent" || mails[kind] > 0);
  return (
    <dl className="space-y-1.5 text-13">
      {told.map((kind) => (
        <div key={kind} className="grid grid-cols-[4rem_minmax(0,1fr)] items-center gap-x-3">
          <dd className="row-span-2 text-right text-16 font-semibold tabular">
            {format.decimal(String(mails[kind]))}
          </dd>
          <dt className="text-muted">{t(kind)}</dt>
          <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-pressed">
            <span
              className={cx(
                "block h-full rounded-full transition-[width] duration-(--motion-slow)",
                fills[kind],
              )}
              style={{ width: `${all === 0 ? 0 : (mails[kind] / all) * 100}%` }}
            />
          </span>
        </div>
      ))}
    </dl>
  );
}
