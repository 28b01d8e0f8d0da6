"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Switch } from "@/app/_ui/field/switch";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";

export type ViewDialogProps = {
  title: string;
  name: string;
  isShared: boolean;
  kind: "board" | "parties";
  onSave: (view: { name: string; isShared: boolean }) => void;
  onClose: () => void;
};

/** Asks for the name of a view, and for whom it is. */
export function ViewDialog({ title, kind, onSave, onClose, ...before }: ViewDialogProps) {
  const t = useTranslations("views.saved");
  const actions = useTranslations("common.actions");
  const formId = useId();
  const [name, setName] = useState(before.name);
  const [isShared, setIsShared] = useState(before.isShared);
  const [isMissing, setIsMissing] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "") return setIsMissing(true);
    onSave({ name: name.trim(), isShared });
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t("submit")}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-4" onSubmit={submit}>
        <TextField
          label={t("name")}
          hint={t(`nameHint.${kind}`)}
          error={isMissing ? t("nameMissing") : undefined}
          value={name}
          maxLength={100}
          onChange={(event) => {
            setName(event.target.value);
            setIsMissing(false);
          }}
        />
        <Switch
          label={t("shareLabel")}
          description={t(`shareHint.${kind}`)}
          checked={isShared}
          onCheckedChange={setIsShared}
        />
      </form>
    </Dialog>
  );
}
