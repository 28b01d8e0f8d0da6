"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { LoadNotice } from "../load-notice";
import { SettingsSection } from "../settings-section";
import { InvitationRow } from "./invitation-row";
import { InviteForm } from "./invite-form";
import { useInvitationEdits } from "./use-invitation-edits";

/** Inviting people, and what became of it; for admins. */
export function InvitationsSettings() {
  const t = useTranslations("settings.invitations");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.invitation.list.queryOptions());
  const teams = useQuery(trpc.team.list.queryOptions()).data ?? [];
  const edits = useInvitationEdits();
  return (
    <SettingsSection title={t("title")} text={t("text")}>
      <InviteForm teams={teams} invite={edits.invite} />
      {data ? (
        <ul aria-label={t("open")} className="mt-4 border-hairline not-empty:border-t">
          {data.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              team={teams.find(({ id }) => id === invitation.teamId)?.name}
              onTakeBack={() => edits.takeBack(invitation)}
            />
          ))}
        </ul>
      ) : (
        <LoadNotice error={error} onRetry={refetch} />
      )}
    </SettingsSection>
  );
}
