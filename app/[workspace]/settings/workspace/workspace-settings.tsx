"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { PlaceOption } from "@/app/_places/currencies";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { canAdminister } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";
import { LoadNotice } from "../load-notice";
import { ReadOnlyNote } from "../read-only-note";
import { SettingsSection } from "../settings-section";
import { WorkspaceForm } from "./workspace-form";

type WorkspaceSettingsProps = {
  currencies: readonly PlaceOption[];
  timeZones: readonly PlaceOption[];
};

/** Name, currency, time zone and colour of the workspace: admins change them, all read them. */
export function WorkspaceSettings({ currencies, timeZones }: WorkspaceSettingsProps) {
  const t = useTranslations("settings.workspace");
  const trpc = useTRPC();
  const { accessRole } = useWorkspace();
  const editable = canAdminister(accessRole);
  const { data, error, refetch } = useQuery(trpc.workspace.byId.queryOptions());
  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      aside={editable ? undefined : <ReadOnlyNote />}
    >
      {data ? (
        // Whatever somebody else has saved meanwhile starts the form anew.
        <WorkspaceForm
          key={data.version}
          workspace={data}
          currencies={currencies}
          timeZones={timeZones}
          editable={editable}
        />
      ) : (
        <LoadNotice error={error} onRetry={refetch} />
      )}
    </SettingsSection>
  );
}
