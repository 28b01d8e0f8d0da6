"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import type { OpenInvitation } from "@/domain/session";
import { JoinForm } from "./join-form";
import type { PersonName } from "./split-name";

type InvitationItemProps = {
  invitation: OpenInvitation;
  ownName: PersonName;
  /** Asks for the name at once, where there is nothing else to do. */
  open: boolean;
};

/** Who invites to what; joining asks for the name to go by. */
export function InvitationItem({ invitation, ownName, open }: InvitationItemProps) {
  const t = useTranslations("setup");
  const [joining, setJoining] = useState(open);
  const { workspaceName, invitedBy, accessRole } = invitation;
  return (
    <div className="rounded-10 border border-hairline bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3">
        <Avatar name={workspaceName} size="xl" shape="square" decorative />
        <div className="min-w-40 flex-1">
          <p className="text-16 font-medium wrap-anywhere">{workspaceName}</p>
          <p className="text-13 text-pretty text-muted">
            {t("welcome.invitedBy", { name: invitedBy, role: t(`roles.${accessRole}`) })}
          </p>
        </div>
        {!joining && (
          <Button variant="primary" onClick={() => setJoining(true)}>
            {t("welcome.join")}
          </Button>
        )}
      </div>
      {joining && <JoinForm invitation={invitation} ownName={ownName} focus={!open} />}
    </div>
  );
}
