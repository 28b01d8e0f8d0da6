"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { CampaignOutcomes } from "@/domain/campaign-answers";

const leftOut = ["blacklisted", "unconfirmed", "declined", "undeliverable", "unwanted"] as const;

type OutcomeListProps = {
  outcomes: CampaignOutcomes;
  /** Once it is sent; while its mails are being written the numbers still grow. */
  sendingState?: string | undefined;
};

/** How many addresses a campaign reaches, and why it leaves out the others. */
export function OutcomeList({ outcomes, sendingState }: OutcomeListProps) {
  const t = useTranslations("campaign.audience");
  const format = useFormat();
  const told = leftOut.filter((kind) => outcomes[kind] > 0);
  return (
    <>
      <p className="flex items-baseline gap-2">
        <span className="text-20 font-semibold tabular">
          {format.decimal(String(outcomes.reached))}
        </span>
        <span className="text-muted">
          {t(sendingState ? "wereReached" : "reached", { count: outcomes.reached })}
        </span>
      </p>
      {told.length === 0 && sendingState !== "writing" && (
        <p className="text-13 text-muted">{t("nobodyLeftOut")}</p>
      )}
      {told.length > 0 && (
        <>
          <h3 className="mt-2 text-13 font-medium">{t("leftOut")}</h3>
          <dl className="mt-1 space-y-1 text-13">
            {told.map((kind) => (
              <div key={kind} className="flex items-baseline justify-between gap-4">
                <dt
                  className={cx(
                    "flex items-center gap-1.5",
                    kind === "blacklisted" ? "text-red-text" : "text-muted",
                  )}
                >
                  {kind === "blacklisted" && <Ban size={12} aria-hidden="true" />}
                  {t(`outcomes.${kind}`)}
                </dt>
                <dd className="tabular">{format.decimal(String(outcomes[kind]))}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
