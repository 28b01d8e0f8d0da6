"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";

type LostDialogProps = {
  /** The opportunity that was lost; null for none. */
  name: string | null;
  /** Null when the reason stays unsaid. */
  onReason: (reason: string | null) => void;
};

const common = ["price", "competitor", "noNeed", "noBudget", "noAnswer"] as const;

/** Asks why a sale was lost. The card is already where it was put: this may be skipped. */
export function LostDialog({ name, onReason }: LostDialogProps) {
  const t = useTranslations("board.closing");
  const formId = useId();
  const [reason, setReason] = useState("");

  function answer(said: string | null) {
    setReason("");
    onReason(said?.trim() || null);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    answer(reason);
  }

  return (
    <Dialog
      open={name !== null}
      onOpenChange={(open) => !open && answer(null)}
      size="sm"
      title={t("why", { name: name ?? "" })}
      description={t("whyText")}
      footer={
        <>
          <Button onClick={() => answer(null)}>{t("skip")}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="space-y-3">
        <div className="flex flex-wrap gap-1.5">
          {common.map((one) => (
            <Button key={one} size="sm" className="rounded-full" onClick={() => answer(t(one))}>
              {t(one)}
            </Button>
          ))}
        </div>
        <TextField
          label={t("reason")}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      </form>
    </Dialog>
  );
}
