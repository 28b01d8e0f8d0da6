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
import type { PreviewWords } from "./page-preview";

type ContactPageSettingsProps = { slug: string; words: PreviewWords };

/** How customers meet the workspace: admins decide it, everybody else reads it. */
export function ContactPageSettings({ slug, words }: ContactPageSettingsProps) {
  const t = useTranslations("settings.contactPage");
  const trpc = useTRPC();
  const { accessRole } = useWorkspace();
  const editable = canAdminister(accessRole);
  const page = useQuery(trpc.contactPageSettings.read.queryOptions());
  const members = useQuery(trpc.member.list.queryOptions());
  const teams = useQuery(trpc.team.list.queryOptions());
  const lists = useQuery(trpc.contactList.list.queryOptions());
  const queries = [page, members, teams, lists];

  function retry() {
    for (const query of queries) if (query.error) void query.refetch();
  }

  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      aside={editable ? undefined : <ReadOnlyNote />}
    >
      {page.data && members.data && teams.data && lists.data ? (
        <div className="flex flex-col gap-8">
          <PageAddress slug={slug} isOpen={page.data.isOpen} />
          <ContactPageForm
            page={page.data}
            members={members.data.filter(
              ({ id, deactivatedAt }) => deactivatedAt === null || id === page.data.memberId,
            )}
            teams={teams.data}
            lists={lists.data.filter((list) => list.isOffered && list.archivedAt === null)}
            words={words}
            editable={editable}
          />
        </div>
      ) : (
        <LoadNotice error={queries.find(({ error }) => error)?.error ?? null} onRetry={retry} />
      )}
    </SettingsSection>
  );
}
