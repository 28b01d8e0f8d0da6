"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextAreaField } from "@/app/_ui/field/text-area-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import { useOpened } from "../party-context";
import { useClasses } from "./use-classes";

/** Puts a party on the blacklist, for a reason. */
export function BlacklistDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("party.blacklist");
  const actions = useTranslations("common.actions");
  const { opened } = useOpened();
  const { add } = useClasses();
  const [reason, setReason] = useState("");
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function save() {
    if (reason.trim() === "") {
      setProblem(t("reasonMissing"));
      return;
    }
    setSaving(true);
    const isSaved = await add("BLACKLIST", reason);
    setSaving(false);
    if (!isSaved) return;
    setReason("");
    onClose();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      size="sm"
      title={t("title", { name: opened.party.name })}
      description={t("text")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {actions("cancel")}
          </Button>
          <Button variant="danger" pending={isSaving} onClick={() => void save()}>
            {t("start")}
          </Button>
        </>
      }
    >
      <TextAreaField
        label={t("reason")}
        placeholder={t("reasonExample")}
        maxLength={500}
        value={reason}
        error={problem}
        onChange={({ target }) => {
          setReason(target.value);
          setProblem(undefined);
        }}
      />
    </Dialog>
  );
}
