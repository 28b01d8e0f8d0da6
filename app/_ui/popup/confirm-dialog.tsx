"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "../button";
import { Dialog } from "./dialog";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question. */
  title: string;
  /** What happens, and whether it can be taken back. */
  description: ReactNode;
  /** The verb on the button: "Löschen", not "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  /** Red; and the focus starts on "cancel". */
  danger?: boolean | undefined;
  pending?: boolean | undefined;
};

/** Asks before something that cannot be undone; for what can, do it and offer an undo toast. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, onConfirm } = props;
  const { danger = false, pending = false } = props;
  const t = useTranslations("common.actions");
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      size="sm"
      alert
      initialFocus={danger ? cancel : undefined}
      footer={
        <>
          <Button ref={cancel} onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
