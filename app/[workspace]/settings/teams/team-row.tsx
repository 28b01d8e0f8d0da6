"use client";

import { CornerDownRight, Trash2, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Select, type SelectOption } from "@/app/_ui/field/select-field";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { CommitInput } from "../commit-input";
import { MemberChip } from "./member-chip";
import type { Team, TeamPatch } from "./team-tree";

export type TeamMember = { id: string; name: string };

type TeamRowProps = {
  team: Team;
  depth: number;
  /** Where the team may be moved to. */
  parents: readonly SelectOption[];
  members: readonly TeamMember[];
  /** Those who are not in the team. */
  others: readonly TeamMember[];
  editable: boolean;
  onEdit: (patch: TeamPatch) => void;
  onDelete: () => void;
  onAdd: (memberId: string) => void;
  onRemove: (member: TeamMember) => void;
};

/** A team, what it belongs to, and who is in it. */
export function TeamRow(props: TeamRowProps) {
  const { team, depth, parents, members, others, editable } = props;
  const { onEdit, onDelete, onAdd, onRemove } = props;
  const t = useTranslations("settings.teams");
  const { name } = team;
  return (
    <li
      className="flex gap-2 border-hairline border-b py-3.5 pl-[calc(var(--depth)*1.75rem)] max-sm:pl-[calc(var(--depth)*1rem)]"
      // React's CSSProperties know no custom properties.
      style={{ "--depth": depth } as CSSProperties}
    >
      {depth > 0 && (
        <CornerDownRight
          size={16}
          className="mt-[calc((var(--control-md)-16px)/2)] shrink-0 text-faint"
          aria-hidden="true"
        />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-2.5">
        {editable ? (
          <div className="grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[minmax(0,1fr)_14rem_auto]">
            <CommitInput
              aria-label={t("nameOf", { name })}
              maxLength={200}
              value={name}
              onCommit={(text) => onEdit({ name: text })}
            />
            <Select
              aria-label={t("parentOf", { name })}
              value={team.parentId ?? ""}
              placeholder={t("top")}
              options={parents}
              onValueChange={(id) => onEdit({ parentId: id || null })}
              className="max-sm:col-span-2 max-sm:row-start-2"
            />
            <IconButton
              label={t("delete", { name })}
              icon={<Trash2 size={16} />}
              onClick={onDelete}
            />
          </div>
        ) : (
          <p className="font-medium">{name}</p>
        )}
        <div className="flex flex-wrap items-center gap-1.5">
          <ul aria-label={t("members", { name })} className="contents">
            {members.map((member) => (
              <MemberChip
                key={member.id}
                name={member.name}
                removeLabel={t("removeMember", { member: member.name, team: name })}
                onRemove={editable ? () => onRemove(member) : undefined}
              />
            ))}
          </ul>
          {members.length === 0 && <span className="text-13 text-muted">{t("noMembers")}</span>}
          {editable && (
            <Menu
              label={t("addMemberTo", { team: name })}
              entries={addEntries(others, t("everybody"), onAdd)}
              trigger={(trigger) => (
                <IconButton
                  {...trigger}
                  size="sm"
                  label={t("addMemberTo", { team: name })}
                  icon={<UserPlus size={16} />}
                />
              )}
            />
          )}
        </div>
      </div>
    </li>
  );
}

function addEntries(
  others: readonly TeamMember[],
  everybody: string,
  onAdd: (memberId: string) => void,
): MenuEntry[] {
  if (others.length === 0) return [{ label: everybody, disabled: true, onSelect: () => {} }];
  return others.map(({ id, name }) => ({
    label: name,
    icon: <Avatar name={name} size="xs" decorative />,
    onSelect: () => onAdd(id),
  }));
}
