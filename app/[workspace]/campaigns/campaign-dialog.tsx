"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { Button } from "@/app/_ui/button";
import { DateField } from "@/app/_ui/field/date-field";
import { DecimalField } from "@/app/_ui/field/decimal-field";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import type { Campaign } from "@/domain/campaign-answers";
import { longestCampaignDescription, longestCampaignName } from "@/domain/campaign-input";
import { readAmount } from "../money-input";
import { useWorkspace } from "../workspace-context";
import { type CampaignDraft, draftOf, fieldsOf } from "./campaign-draft";
import { StandingFields } from "./standing-fields";
import { useCampaignEdits } from "./use-campaign-edits";

type CampaignDialogProps = {
  /** Null makes a new one. */
  campaign: Campaign | null;
  onClose: () => void;
  /** Of a new one. */
  onMade?: ((id: string) => void) | undefined;
};

/** What a campaign is for, how long it runs, and what it may cost. */
export function CampaignDialog({ campaign, onClose, onMade }: CampaignDialogProps) {
  const t = useTranslations("campaign");
  const actions = useTranslations("common.actions");
  const locale = useLocale();
  const workspace = useWorkspace();
  const { create, update } = useCampaignEdits();
  const formId = useId();
  const [draft, setDraft] = useState(() => draftOf(campaign));
  const [madeId] = useState(newId);
  const [wasTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const { fields, problem } = fieldsOf(draft);
  const currency = campaign?.currency ?? workspace.currency;
  const change = (part: Partial<CampaignDraft>) => setDraft({ ...draft, ...part });

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!fields || isPending) return;
    setPending(true);
    const { status, ownerId } = draft;
    const isSaved = await (campaign
      ? update(campaign, { ...fields, status, ownerId: ownerId || null })
      : create({ ...fields, currency }, madeId));
    setPending(false);
    if (!isSaved) return;
    onClose();
    if (!campaign) onMade?.(madeId);
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={campaign ? t("edit") : t("new")}
      description={t("dialog.text")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {campaign ? actions("save") : actions("create")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-4 sm:grid-cols-2"
        onSubmit={(event) => void save(event)}
      >
        <TextField
          className="sm:col-span-2"
          label={t("dialog.name")}
          error={wasTried && problem === "name" ? t("dialog.nameMissing") : undefined}
          value={draft.name}
          maxLength={longestCampaignName}
          onChange={({ target }) => change({ name: target.value })}
        />
        <TextAreaField
          className="sm:col-span-2"
          label={t("dialog.description")}
          value={draft.description}
          maxLength={longestCampaignDescription}
          onChange={({ target }) => change({ description: target.value })}
        />
        <DateField
          label={t("dialog.startsOn")}
          value={draft.startsOn}
          onChange={({ target }) => change({ startsOn: target.value })}
        />
        <DateField
          label={t("dialog.endsOn")}
          error={wasTried && problem === "endsOn" ? t("dialog.periodReversed") : undefined}
          value={draft.endsOn}
          onChange={({ target }) => change({ endsOn: target.value })}
        />
        <DecimalField
          label={t("dialog.budget")}
          unit={currency}
          className="[&_input]:pr-14"
          parse={(text) => readAmount(text, locale)}
          value={draft.budget}
          onValueChange={(budget) => change({ budget })}
        />
        {campaign && <StandingFields draft={draft} onChange={change} />}
      </form>
    </Dialog>
  );
}
