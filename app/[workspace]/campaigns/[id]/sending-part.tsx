"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { useFormat } from "@/app/_ui/format/use-format";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { Skeleton } from "@/app/_ui/skeleton";
import type { CampaignDetails, CampaignReport } from "@/domain/campaign-answers";
import { Section } from "../../parties/[id]/section";
import { useCampaignEdits } from "../use-campaign-edits";
import { MailBars } from "./mail-bars";
import { useCampaignReport } from "./use-campaign-report";

type Sending = NonNullable<CampaignDetails["sending"]>;
type SendingPartProps = { campaign: CampaignDetails; sending: Sending; mayStop: boolean };

/** How far a campaign is sent, how to stop it, and what became of its mails. */
export function SendingPart({ campaign, sending, mayStop }: SendingPartProps) {
  const t = useTranslations("campaign.sending");
  const errorText = useErrorText();
  const { data, error } = useCampaignReport(campaign);
  const isUnderway =
    sending.state === "writing" || (sending.state === "written" && (data?.mails.waiting ?? 0) > 0);
  return (
    <Section
      title={t("title")}
      action={isUnderway && mayStop && <StopButton campaignId={campaign.id} />}
    >
      {!data && !error && <Skeleton className="h-16 w-full" />}
      {!data && error && (
        <p role="alert" className="text-13 text-red-text">
          {t("failedReport")}. {errorText(error)}
        </p>
      )}
      {data && (
        <div className="space-y-3">
          <Progress sending={sending} mails={data.mails} />
          <MailBars mails={data.mails} />
        </div>
      )}
    </Section>
  );
}

function Progress({ sending, mails }: { sending: Sending; mails: CampaignReport["mails"] }) {
  const t = useTranslations("campaign.sending");
  const format = useFormat();
  const { state, startedAt, outcomes } = sending;
  const isLeaving = state === "written" && mails.waiting > 0;
  if (state === "stopped") return <p role="status">{t("stopped")}</p>;
  if (state === "written" && !isLeaving) {
    return <p role="status">{t("done", { when: format.dateTime(startedAt) })}</p>;
  }
  const total = outcomes.reached;
  const gone = total - mails.waiting;
  return (
    <div className="space-y-1.5">
      <ProgressBar
        label={t(state === "written" ? "sending" : state)}
        value={isLeaving && total > 0 ? gone / total : null}
        detail={
          isLeaving
            ? t("of", { count: format.decimal(String(gone)), total: format.decimal(String(total)) })
            : undefined
        }
      />
      <p role="status" className="text-13 text-muted">
        {t("leave")}
      </p>
    </div>
  );
}

function StopButton({ campaignId }: { campaignId: string }) {
  const t = useTranslations("campaign.sending");
  const { stop } = useCampaignEdits();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);

  async function confirm() {
    setPending(true);
    await stop(campaignId);
    setPending(false);
    setAsking(false);
  }

  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t("stop")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("stopTitle")}
        description={t("stopText")}
        confirmLabel={t("stop")}
        danger
        pending={isPending}
        onConfirm={() => void confirm()}
      />
    </>
  );
}
