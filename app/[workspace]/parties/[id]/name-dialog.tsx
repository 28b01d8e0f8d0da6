"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";

type NameDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What naming it means for others. */
  text: string;
  label: string;
  /** Whether it worked; if not, what was typed stays. */
  onCreate: (name: string) => Promise<boolean>;
  /** Further fields, below the name. */
  children?: ReactNode;
};

/** Names something of the workspace's own, such as a role. */
export function NameDialog(props: NameDialogProps) {
  const { open, onClose, title, text, label, onCreate, children } = props;
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
      title={title}
      description={text}
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
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={label}
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {children}
      </form>
    </Dialog>
  );
}
