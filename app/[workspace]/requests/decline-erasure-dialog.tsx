"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { Dialog } from "@/app/_ui/popup/dialog";

type DeclineErasureDialogProps = {
  name: string;
  /** Whether there is nothing left to decide; if not, what was typed stays. */
  onDecline: (note: string) => Promise<boolean>;
  onClose: () => void;
};

/** Why somebody is not forgotten, as they read it. */
export function DeclineErasureDialog({ name, onDecline, onClose }: DeclineErasureDialogProps) {
  const t = useTranslations("request.erasure");
  const actions = useTranslations("common.actions");
  const formId = useId();
  const [note, setNote] = useState("");
  const [wasTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const isMissing = note.trim() === "";

  async function decline(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isMissing || isPending) return;
    setPending(true);
    const isDecided = await onDecline(note.trim());
    setPending(false);
    if (isDecided) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      dismissible={isMissing}
      title={t("declineTitle", { name })}
      description={t("declineText")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {actions("cancel")}
          </Button>
          <Button type="submit" form={formId} variant="danger" pending={isPending}>
            {t("decline")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void decline(event)}>
        <TextAreaField
          label={t("reason")}
          placeholder={t("reasonExample")}
          maxLength={2000}
          required
          error={wasTried && isMissing ? t("reasonMissing") : undefined}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </form>
    </Dialog>
  );
}
