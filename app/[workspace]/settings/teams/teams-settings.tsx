"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { EmptyState } from "@/app/_ui/empty-state";
import { canAdminister } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";
import { LoadNotice } from "../load-notice";
import { ReadOnlyNote } from "../read-only-note";
import { SettingsSection } from "../settings-section";
import { TeamList } from "./team-list";

/** Who shares visibility with whom: admins change it, everybody else reads it. */
export function TeamsSettings() {
  const t = useTranslations("settings.teams");
  const trpc = useTRPC();
  const { accessRole } = useWorkspace();
  const editable = canAdminister(accessRole);
  const teams = useQuery(trpc.team.list.queryOptions());
  const members = useQuery(trpc.member.list.queryOptions());

  function retry() {
    if (teams.error) void teams.refetch();
    if (members.error) void members.refetch();
  }

  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      aside={editable ? undefined : <ReadOnlyNote />}
    >
      {teams.data && members.data ? (
        <>
          {teams.data.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} />}
          <TeamList teams={teams.data} members={members.data} editable={editable} />
        </>
      ) : (
        <LoadNotice error={teams.error ?? members.error} onRetry={retry} />
      )}
    </SettingsSection>
  );
}
