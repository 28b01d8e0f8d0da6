"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { buttonStyle } from "@/app/_ui/button-style";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LinkButton } from "@/app/_ui/link-button";
import { LoadingNote } from "@/app/_ui/loading-note";
import { PageHeader } from "@/app/_ui/page-header";
import { textIn } from "@/domain/localized-text";
import { useWorkspace } from "../../../workspace-context";
import { ConsentImport } from "./consent-import";

/** Fetches the list that a file is for, and offers to bring it in. */
export function ConsentImportScreen({ id }: { id: string }) {
  const t = useTranslations("contactList");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { slug } = useWorkspace();
  const locale = useLocale();
  const { data: list, error } = useQuery(trpc.contactList.byId.queryOptions({ id }));
  const toList = <LinkButton href={`/${slug}/lists/${id}`}>{t("import.toList")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t("import.title")}
        leading={
          <Link
            href={`/${slug}/lists/${id}`}
            aria-label={t("import.toList")}
            data-tooltip={t("import.toList")}
            className={buttonStyle("ghost", "md", true)}
          >
            <ChevronLeft size={18} />
          </Link>
        }
      />
      {!list && !error && <LoadingNote />}
      {!list && error && (
        <ErrorNotice
          className="m-5"
          title={t("unavailable")}
          next={errorText(error)}
          action={<LinkButton href={`/${slug}/lists`}>{t("toLists")}</LinkButton>}
        />
      )}
      {list && list.archivedAt !== null && (
        <EmptyState title={t("import.archived")} text={t("isArchived")} action={toList} />
      )}
      {list && list.archivedAt === null && (
        <ConsentImport list={{ id, name: textIn(list.names, locale) }} />
      )}
    </>
  );
}
