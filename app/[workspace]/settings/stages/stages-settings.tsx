"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { canAdminister } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";
import { LoadNotice } from "../load-notice";
import { ReadOnlyNote } from "../read-only-note";
import { SettingsSection } from "../settings-section";
import { StageEditor } from "./stage-editor";
import { StageTable } from "./stage-table";

/** The stages of the pipeline: admins edit them, everybody else reads them. */
export function StagesSettings() {
  const t = useTranslations("settings.stages");
  const trpc = useTRPC();
  const { accessRole } = useWorkspace();
  const editable = canAdminister(accessRole);
  const { data, error, refetch } = useQuery(trpc.stage.list.queryOptions());
  const stages = data?.filter(({ retiredAt }) => retiredAt === null);
  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      aside={editable ? undefined : <ReadOnlyNote />}
    >
      {!stages && <LoadNotice error={error} onRetry={refetch} />}
      {stages && editable && <StageEditor stages={stages} />}
      {stages && !editable && <StageTable stages={stages} />}
    </SettingsSection>
  );
}
