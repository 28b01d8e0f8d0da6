"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { canAdminister } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";
import { LoadNotice } from "../load-notice";
import { ReadOnlyNote } from "../read-only-note";
import { SettingsSection } from "../settings-section";
import { ContactPageForm } from "./contact-page-form";
import { PageAddress } from "./page-address";

/** How customers meet the workspace: admins decide it, everybody else reads it. */
export function ContactPageSettings({ slug }: { slug: string }) {
  const t = useTranslations("settings.contactPage");
  const trpc = useTRPC();
  const { accessRole } = useWorkspace();
  const editable = canAdminister(accessRole);
  const page = useQuery(trpc.contactPageSettings.read.queryOptions());
  const members = useQuery(trpc.member.list.queryOptions());
  const teams = useQuery(trpc.team.list.queryOptions());

  function retry() {
    for (const query of [page, members, teams]) if (query.error) void query.refetch();
  }

  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      aside={editable ? undefined : <ReadOnlyNote />}
    >
      {page.data && members.data && teams.data ? (
        <div className="flex flex-col gap-8">
          <PageAddress slug={slug} isOpen={page.data.isOpen} />
          <ContactPageForm
            page={page.data}
            members={members.data.filter(
              ({ id, deactivatedAt }) => deactivatedAt === null || id === page.data.memberId,
            )}
            teams={teams.data}
            editable={editable}
          />
        </div>
      ) : (
        <LoadNotice error={page.error ?? members.error ?? teams.error} onRetry={retry} />
      )}
    </SettingsSection>
  );
}
