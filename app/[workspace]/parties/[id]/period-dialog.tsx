"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { DateField } from "@/app/_ui/field/date-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import type { Period } from "@/domain/party-answers";
import { dayAfter, dayBefore } from "./last-day";

type PeriodDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  valid: Period;
  /** Whether it worked; if not, what was chosen stays. */
  onSave: (valid: Period) => Promise<boolean>;
};

/** When something holds: from its first day to its last, as people say it. */
export function PeriodDialog({ open, onClose, title, valid, onSave }: PeriodDialogProps) {
  const t = useTranslations("party.period");
  const actions = useTranslations("common.actions");
  const [from, setFrom] = useState(valid.from ?? "");
  const [last, setLast] = useState(valid.until === null ? "" : dayBefore(valid.until));
  const [isSaving, setSaving] = useState(false);
  const isReversed = from !== "" && last !== "" && last < from;

  async function save() {
    if (isReversed) return;
    setSaving(true);
    const isSaved = await onSave({
      from: from === "" ? null : from,
      until: last === "" ? null : dayAfter(last),
    });
    setSaving(false);
    if (isSaved) onClose();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      size="sm"
      title={title}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {actions("cancel")}
          </Button>
          <Button variant="primary" pending={isSaving} onClick={() => void save()}>
            {actions("save")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-4">
        <DateField
          label={t("from")}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <DateField
          label={t("last")}
          value={last}
          error={isReversed ? t("reversed") : undefined}
          onChange={({ target }) => setLast(target.value)}
        />
      </div>
    </Dialog>
  );
}
