"use client";

import { FileUp, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Connection } from "@/app/_realtime/board-sync";
import { Button } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHeader } from "@/app/_ui/page-header";
import { preloadQuickAdd } from "../quick-add/lazy-quick-add";
import { ConnectionMark } from "./connection-mark";

type BoardHeaderProps = {
  slug: string;
  /** All opportunities on the board. */
  count: number;
  connection: Connection;
  /** Left out for who may only look. */
  onAdd: (() => void) | undefined;
};

export function BoardHeader({ slug, count, connection, onAdd }: BoardHeaderProps) {
  const t = useTranslations("board");
  return (
    <PageHeader
      title={t("title")}
      people={
        <>
          <span className="text-13 text-muted tabular max-sm:hidden">{t("count", { count })}</span>
          <ConnectionMark connection={connection} />
        </>
      }
      action={
        onAdd && (
          <>
            <LinkButton
              variant="ghost"
              className="max-md:hidden"
              href={`/${slug}/import`}
              icon={<FileUp size={16} />}
            >
              {t("import")}
            </LinkButton>
            <Button
              variant="primary"
              icon={<Plus size={16} />}
              data-tooltip={t("newTip")}
              data-tooltip-key="C"
              aria-keyshortcuts="C"
              onPointerEnter={preloadQuickAdd}
              onClick={onAdd}
            >
              {t("new")}
            </Button>
          </>
        )
      }
    />
  );
}
