"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { cx } from "@/app/_ui/cx";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { ListsSkeleton } from "../lists-skeleton";
import { MailRow, rowColumns } from "./mail-row";
import type { useMails } from "./use-mails";

type MailListProps = { list: ReturnType<typeof useMails>; isFiltered: boolean; now: Date };

/** The mails as rows, on phones as cards. */
export function MailList({ list, isFiltered, now }: MailListProps) {
  const t = useTranslations("contactList.mails");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const { mails } = list;
  if (!mails && list.error) {
    return (
      <ErrorNotice
        className="m-5"
        title={t("failed")}
        next={errorText(list.error)}
        action={<Button onClick={list.retry}>{actions("retry")}</Button>}
      />
    );
  }
  if (!mails) return <ListsSkeleton />;
  if (mails.length === 0) {
    const kind = isFiltered ? "nothing" : "empty";
    return <EmptyState title={t(`${kind}.title`)} text={t(`${kind}.text`)} />;
  }
  return (
    <div className={cx("@container pb-8 transition-opacity", list.isBehind && "opacity-60")}>
      <div
        aria-hidden="true"
        className={`hidden h-8 items-center gap-x-4 border-hairline border-b px-5 text-12 text-muted @3xl:grid ${rowColumns}`}
      >
        <span>{t("columns.recipient")}</span>
        <span>{t("columns.template")}</span>
        <span>{t("columns.status")}</span>
        <span>{t("columns.createdAt")}</span>
      </div>
      <ul aria-label={t("title")} aria-busy={list.isBehind}>
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} now={now} />
        ))}
      </ul>
      {list.hasMore && (
        <Button
          variant="ghost"
          className="mx-auto mt-3 flex"
          pending={list.isLoadingMore}
          onClick={list.loadMore}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}
