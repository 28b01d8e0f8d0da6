"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";

type ClassDialogProps = {
  open: boolean;
  onClose: () => void;
  /** Whether it worked. */
  onCreate: (name: string) => Promise<boolean>;
};

/** Names a class of the workspace's own. */
export function ClassDialog({ open, onClose, onCreate }: ClassDialogProps) {
  const t = useTranslations("party.classes");
  const actions = useTranslations("common.actions");
  const [name, setName] = useState("");

  async function create() {
    if (name.trim() === "" || !(await onCreate(name))) return;
    setName("");
    onClose();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      size="sm"
      title={t("own")}
      description={t("ownText")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {actions("cancel")}
          </Button>
          <Button variant="primary" onClick={() => void create()}>
            {actions("create")}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={t("name")}
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </form>
    </Dialog>
  );
}
