"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import { useListWords } from "./list-context";
import type { ListFrame } from "./rows";

type ClassDialogProps = {
  count: number;
  classes: ListFrame["classes"];
  onClose: () => void;
  /** Whether it worked. */
  onClass: (code: string, reason: string | null) => Promise<boolean>;
};

/** Asks as what the selected parties are to be classed, and why. */
export function ClassDialog({ count, classes, onClose, onClass }: ClassDialogProps) {
  const t = useTranslations("partyList.bulk");
  const actions = useTranslations("common.actions");
  const { className } = useListWords();
  const formId = useId();
  const [code, setCode] = useState("");
  const [reason, setReason] = useState("");
  const [wasTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const needsReason = classes.find((one) => one.code === code)?.kind === "BLACKLIST";
  const lacksReason = needsReason && reason.trim() === "";

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (code === "" || lacksReason || isPending) return;
    setPending(true);
    const worked = await onClass(code, reason.trim() === "" ? null : reason.trim());
    setPending(false);
    if (worked) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={t("classTitle", { count })}
      description={t("classText")}
      footer={
        <>
          <Button onClick={onClose}>{actions("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {t("class")}
          </Button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <SelectField
          label={t("as")}
          placeholder={t("choose")}
          error={wasTried && code === "" ? t("chooseMissing") : undefined}
          value={code}
          options={classes.map((one) => ({ value: one.code, label: className(one.code) }))}
          onValueChange={setCode}
        />
        <TextField
          label={t("reason")}
          hint={needsReason ? t("reasonNeeded") : undefined}
          error={wasTried && lacksReason ? t("reasonNeeded") : undefined}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      </form>
    </Dialog>
  );
}
