"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/app/_ui/field/select-field";
import { type AccessRole, accessRoles } from "@/domain/access";

type RoleSelectProps = {
  /** Names it where no `Field` around does. */
  label?: string;
  value: AccessRole;
  disabled?: boolean;
  className?: string;
  onRole: (role: AccessRole) => void;
};

/** One of the access roles, in the reader's words. */
export function RoleSelect({ label, value, disabled, className, onRole }: RoleSelectProps) {
  const t = useTranslations("settings.roles");
  return (
    <Select
      aria-label={label}
      value={value}
      disabled={disabled}
      className={className}
      options={accessRoles.map((role) => ({ value: role, label: t(role) }))}
      onValueChange={(chosen) => {
        const role = accessRoles.find((one) => one === chosen);
        if (role) onRole(role);
      }}
    />
  );
}
