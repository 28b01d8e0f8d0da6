"use client";

import { Ellipsis, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu } from "@/app/_ui/popup/menu";
import type { AccessRole } from "@/domain/access";
import type { Member } from "./member";
import { RoleSelect } from "./role-select";

type MemberRowProps = {
  member: Member;
  /** It is the reader. */
  own: boolean;
  /** Keeps the role: nobody else could change the settings. */
  lastAdmin: boolean;
  editable?: boolean;
  onRole?: (role: AccessRole) => void;
  onDeactivate?: () => void;
  /** For one without access. */
  onReactivate?: () => void;
};

/** A member, their role, and what can be done about them. */
export function MemberRow(props: MemberRowProps) {
  const { member, own, lastAdmin, editable = false } = props;
  const { onRole, onDeactivate, onReactivate } = props;
  const t = useTranslations("settings");
  const { name, email, accessRole, deactivatedAt } = member;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-hairline border-b py-2.5">
      <Avatar
        name={name}
        size="lg"
        decorative
        className={deactivatedAt ? "opacity-60" : undefined}
      />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span className="min-w-0 truncate" title={name}>
            {name}
          </span>
          {own && <Badge>{t("members.self")}</Badge>}
        </p>
        <p className="truncate text-13 text-muted" title={email}>
          {email}
        </p>
      </div>
      {deactivatedAt && <Badge>{t("members.inactive")}</Badge>}
      {deactivatedAt && editable && (
        <Button
          size="sm"
          aria-label={t("members.reactivateLabel", { name })}
          onClick={() => onReactivate?.()}
        >
          {t("members.reactivate")}
        </Button>
      )}
      {!deactivatedAt && !editable && (
        <span className="text-muted">{t(`roles.${accessRole}`)}</span>
      )}
      {!deactivatedAt && editable && (
        <div className="flex items-center gap-2 max-sm:w-full max-sm:pl-11">
          <div className="flex items-center gap-3 max-sm:flex-1 max-sm:flex-col max-sm:items-stretch max-sm:gap-1">
            <RoleSelect
              label={t("members.roleOf", { name })}
              value={accessRole}
              disabled={lastAdmin}
              className="sm:w-40"
              onRole={(role) => onRole?.(role)}
            />
            {lastAdmin && (
              <p className="text-12 text-muted sm:order-first">{t("members.lastAdmin")}</p>
            )}
          </div>
          {own ? (
            <span className="square-md" />
          ) : (
            <Menu
              label={t("members.actionsOf", { name })}
              align="end"
              entries={[
                {
                  label: t("members.deactivate"),
                  icon: <UserMinus size={16} />,
                  onSelect: () => onDeactivate?.(),
                },
              ]}
              trigger={(trigger) => (
                <IconButton
                  {...trigger}
                  label={t("members.actionsOf", { name })}
                  icon={<Ellipsis size={16} />}
                />
              )}
            />
          )}
        </div>
      )}
    </li>
  );
}
