"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { Dialog } from "@/app/_ui/popup/dialog";
import { roleGroups } from "@/domain/party-roles";

type RoleTypeDialogProps = {
  open: boolean;
  onClose: () => void;
  /** Whether it worked. */
  onCreate: (name: string, parentCode: string) => Promise<boolean>;
};

/** Names a role of the workspace's own and says where it stands in the tree. */
export function RoleTypeDialog({ open, onClose, onCreate }: RoleTypeDialogProps) {
  const t = useTranslations("party.roles");
  const actions = useTranslations("common.actions");
  const [name, setName] = useState("");
  const [parent, setParent] = useState<string>(roleGroups[0]);

  async function create() {
    if (name.trim() === "" || !(await onCreate(name, parent))) return;
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
        className="space-y-4"
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
        <SelectField
          label={t("group")}
          value={parent}
          onValueChange={setParent}
          options={roleGroups.map((code) => ({ value: code, label: t(`groups.${code}`) }))}
        />
      </form>
    </Dialog>
  );
}
