"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import { Dialog } from "@/app/_ui/popup/dialog";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { mailLanguage } from "@/domain/campaign-mail";
import { useCampaignEdits } from "../use-campaign-edits";

type SendDialogProps = { campaign: CampaignDetails; isUnsaved: boolean; onClose: () => void };

/** Says what is missing, or asks once more with the number of those who are written to. */
export function SendDialog({ campaign, isUnsaved, onClose }: SendDialogProps) {
  const t = useTranslations("campaign.send");
  const trpc = useTRPC();
  const { send } = useCampaignEdits();
  const [isPending, setPending] = useState(false);
  const { id, name, status } = campaign;
  const hasLists = campaign.lists.some(({ isArchived }) => !isArchived);
  const { data } = useQuery({
    ...trpc.campaign.audience.queryOptions({ id }),
    enabled: hasLists,
  });
  const missing = [
    ...(status === "completed" || status === "cancelled" ? ["closed" as const] : []),
    ...(isUnsaved ? ["unsaved" as const] : []),
    ...(!isUnsaved && mailLanguage(campaign, "de") === null ? ["mail" as const] : []),
    ...(hasLists ? [] : ["lists" as const]),
    ...(data && !data.isMore && data.outcomes.reached === 0 ? ["readers" as const] : []),
  ];

  async function confirm() {
    setPending(true);
    await send(id);
    onClose();
  }

  if (missing.length > 0) {
    return (
      <Dialog
        open
        size="sm"
        onOpenChange={onClose}
        title={t("missing.title")}
        footer={<Button onClick={onClose}>{t("close")}</Button>}
      >
        <ul className="list-disc space-y-1 pl-5">
          {missing.map((one) => (
            <li key={one}>{t(`missing.${one}`)}</li>
          ))}
        </ul>
      </Dialog>
    );
  }
  const count = data?.outcomes.reached ?? 0;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("title", { name })}
      description={data ? t(data.isMore ? "textMore" : "text", { count }) : "…"}
      confirmLabel={data && !data.isMore ? t("confirm", { count }) : t("confirmMore")}
      pending={isPending || !data}
      onConfirm={() => void confirm()}
    />
  );
}
