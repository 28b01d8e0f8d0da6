"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField } from "@/app/_ui/field/select-field";
import { roleGroups } from "@/domain/party-roles";
import { NameDialog } from "../name-dialog";

type RoleTypeDialogProps = {
  open: boolean;
  onClose: () => void;
  /** Whether it worked. */
  onCreate: (name: string, parentCode: string) => Promise<boolean>;
};

/** Names a role of the workspace's own and says where it stands in the tree. */
export function RoleTypeDialog({ open, onClose, onCreate }: RoleTypeDialogProps) {
  const t = useTranslations("party.roles");
  const [parent, setParent] = useState<string>(roleGroups[0]);
  return (
    <NameDialog
      open={open}
      onClose={onClose}
      title={t("own")}
      text={t("ownText")}
      label={t("name")}
      onCreate={(name) => onCreate(name, parent)}
    >
      <SelectField
        label={t("group")}
        value={parent}
        onValueChange={setParent}
        options={roleGroups.map((code) => ({ value: code, label: t(`groups.${code}`) }))}
      />
    </NameDialog>
  );
}
