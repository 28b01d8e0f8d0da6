"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/app/_ui/popup/confirm-dialog";
import type { AccessRole } from "@/domain/access";
import { lastAdminOf, type Member } from "./member";
import { MemberRow } from "./member-row";
import { useMemberEdits } from "./use-member-edits";

type MemberListProps = {
  members: readonly Member[];
  /** The reader's own membership. */
  ownId: string;
  editable: boolean;
};

/** The members, those without access at the end. */
export function MemberList({ members, ownId, editable }: MemberListProps) {
  const t = useTranslations("settings.members");
  const router = useRouter();
  const edits = useMemberEdits();
  const [ownRole, setOwnRole] = useState<AccessRole | null>(null);
  const lastAdmin = lastAdminOf(members);
  const active = members.filter(({ deactivatedAt }) => deactivatedAt === null);
  const former = members.filter(({ deactivatedAt }) => deactivatedAt !== null);

  function changeRole(member: Member, accessRole: AccessRole) {
    // Nobody takes the admin role from themselves by a slip: they could not take it back.
    if (member.id === ownId) return setOwnRole(accessRole);
    edits.update(member.id, { accessRole });
  }

  return (
    <>
      <ul className="border-hairline border-t">
        {active.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            own={member.id === ownId}
            lastAdmin={member.id === lastAdmin?.id}
            editable={editable}
            onRole={(role) => changeRole(member, role)}
            onDeactivate={() => edits.deactivate(member)}
          />
        ))}
      </ul>
      {former.length > 0 && (
        <>
          <h3 className="mt-8 mb-2 text-13 font-medium text-muted">{t("former")}</h3>
          <ul className="border-hairline border-t">
            {former.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                own={false}
                lastAdmin={false}
                editable={editable}
                onReactivate={() => edits.reactivate(member)}
              />
            ))}
          </ul>
        </>
      )}
      <ConfirmDialog
        open={ownRole !== null}
        onOpenChange={(open) => !open && setOwnRole(null)}
        title={t("ownRoleTitle")}
        description={t("ownRoleText")}
        confirmLabel={t("ownRoleConfirm")}
        danger
        onConfirm={() => {
          if (ownRole) edits.update(ownId, { accessRole: ownRole }, () => router.refresh());
          setOwnRole(null);
        }}
      />
    </>
  );
}
