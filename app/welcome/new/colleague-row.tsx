"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { Select } from "@/app/_ui/field/select-field";
import { TextField } from "@/app/_ui/field/text-field";
import { IconButton } from "@/app/_ui/icon-button";
import { accessRoles } from "@/domain/access";
import type { DraftColleague } from "./draft";
import { readEmails } from "./read-emails";

type ColleagueRowProps = {
  row: DraftColleague;
  /** From 0. */
  place: number;
  problem: string | undefined;
  onEdit: (row: DraftColleague) => void;
  /** Several addresses were pasted at once. */
  onPaste: (emails: readonly string[]) => void;
  onRemove: () => void;
};

/** One person to invite and as what. */
export function ColleagueRow({
  row,
  place,
  problem,
  onEdit,
  onPaste,
  onRemove,
}: ColleagueRowProps) {
  const t = useTranslations("setup");
  const number = place + 1;

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const emails = readEmails(event.clipboardData.getData("text"));
    if (emails.length < 2) return;
    event.preventDefault();
    onPaste(emails);
  }

  return (
    <li
      data-colleague={row.key}
      className="grid grid-cols-[1fr_auto] items-start gap-2 max-sm:rounded-10 max-sm:border max-sm:border-hairline max-sm:bg-surface max-sm:p-3 sm:grid-cols-[1fr_10rem_auto]"
    >
      <TextField
        label={t("colleagues.emailOf", { place: number })}
        hideLabel
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t("colleagues.emailExample")}
        value={row.email}
        onChange={(event) => onEdit({ ...row, email: event.target.value })}
        onPaste={paste}
        error={problem}
      />
      <Select
        aria-label={
          row.email
            ? t("colleagues.roleOf", { email: row.email })
            : t("colleagues.roleOfPlace", { place: number })
        }
        value={row.accessRole}
        options={accessRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        onValueChange={(value) => {
          const accessRole = accessRoles.find((role) => role === value);
          if (accessRole) onEdit({ ...row, accessRole });
        }}
        className="max-sm:col-start-1 max-sm:row-start-2"
      />
      <IconButton
        label={t("colleagues.remove", { place: number })}
        icon={<X size={16} />}
        onClick={onRemove}
        className="max-sm:col-start-2 max-sm:row-start-1"
      />
    </li>
  );
}
