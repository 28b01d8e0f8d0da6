"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { canAdminister } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";
import { LoadNotice } from "../load-notice";
import { ReadOnlyNote } from "../read-only-note";
import { SettingsSection } from "../settings-section";
import { MemberList } from "./member-list";

/** Who works here and as what: admins change it, everybody else reads it. */
export function MembersSettings() {
  const t = useTranslations("settings.members");
  const trpc = useTRPC();
  const { accessRole, memberId } = useWorkspace();
  const editable = canAdminister(accessRole);
  const { data, error, refetch } = useQuery(trpc.member.list.queryOptions());
  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      aside={editable ? undefined : <ReadOnlyNote />}
    >
      {data ? (
        <MemberList members={data} ownId={memberId} editable={editable} />
      ) : (
        <LoadNotice error={error} onRetry={refetch} />
      )}
    </SettingsSection>
  );
}
