"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";

type BoardEmptyProps = { slug: string; onAdd: (() => void) | undefined };

/** A board without any card: how the first ones get here. */
export function BoardEmpty({ slug, onAdd }: BoardEmptyProps) {
  const t = useTranslations("board.empty");
  if (!onAdd) return <EmptyState title={t("title")} text={t("textForReaders")} />;
  return (
    <EmptyState
      title={t("title")}
      text={t("text")}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <LinkButton variant="primary" href={`/${slug}/import`} icon={<FileUp size={16} />}>
            {t("import")}
          </LinkButton>
          <Button variant="ghost" onClick={onAdd}>
            {t("add")}
          </Button>
        </div>
      }
    />
  );
}
