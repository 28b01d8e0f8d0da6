"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { canEditPipeline } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";

type EmptyListProps = {
  /** Whether conditions hide what there may be. */
  isFiltered: boolean;
  onClear: () => void;
};

/** What stands in the place of rows when there are none. */
export function EmptyList({ isFiltered, onClear }: EmptyListProps) {
  const t = useTranslations("partyList.empty");
  const { slug, accessRole } = useWorkspace();
  if (isFiltered) {
    return (
      <EmptyState
        title={t("nothing")}
        text={t("nothingText")}
        action={<Button onClick={onClear}>{t("clear")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t("none")}
      text={t("noneText")}
      action={
        canEditPipeline(accessRole) && (
          <LinkButton variant="primary" href={`/${slug}/import`} icon={<FileUp size={16} />}>
            {t("import")}
          </LinkButton>
        )
      }
    />
  );
}
