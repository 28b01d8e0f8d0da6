"use client";

import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { PageHeader } from "@/app/_ui/page-header";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { canManageLists } from "@/domain/access";
import type { ContactList } from "@/domain/contact-list-answers";
import { textIn } from "@/domain/localized-text";
import { LiveMark } from "../parties/live-mark";
import { useWorkspace } from "../workspace-context";
import { ContactListRow, rowColumns } from "./contact-list-row";
import { LazyContactListDialog, preloadContactListDialog } from "./lazy-contact-list-dialog";
import { ListTabs } from "./list-tabs";
import { ListsSkeleton } from "./lists-skeleton";
import { useContactListEdits } from "./use-contact-list-edits";
import { useContactLists } from "./use-contact-lists";
import { useLiveLists } from "./use-live-lists";

const views = ["active", "archived"] as const;

/** The contact lists of the workspace, kept current. */
export function ContactListsScreen() {
  const t = useTranslations("contactList");
  const { lists, error, retry } = useContactLists();
  const connection = useLiveLists();
  const { accessRole } = useWorkspace();
  const mayManage = canManageLists(accessRole);
  const [view, setView] = useState<(typeof views)[number]>("active");
  const [edited, setEdited] = useState<ContactList | "new" | null>(null);
  const shown = lists?.filter(({ archivedAt }) => (archivedAt === null) === (view === "active"));
  const addButton = mayManage && (
    <Button
      variant="primary"
      icon={<Plus size={16} />}
      onPointerEnter={preloadContactListDialog}
      onClick={() => setEdited("new")}
    >
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        views={<ListTabs />}
        filters={
          <SegmentedControl
            label={t("views.label")}
            value={view}
            onValueChange={setView}
            segments={views.map((value) => ({ value, label: t(`views.${value}`) }))}
          />
        }
        people={<LiveMark connection={connection} wordClassName="max-lg:sr-only" />}
        action={shown?.length !== 0 && addButton}
      />
      {!shown && error && <LoadFailed error={error} onRetry={retry} />}
      {!shown && !error && <ListsSkeleton />}
      {shown?.length === 0 && (
        <EmptyState
          title={t(`empty.${view}.title`)}
          text={t(mayManage ? `empty.${view}.text` : `empty.${view}.readOnly`)}
          action={view === "active" && addButton}
        />
      )}
      {shown && shown.length > 0 && (
        <Rows lists={shown} onEdit={mayManage ? setEdited : undefined} />
      )}
      {edited && (
        <LazyContactListDialog
          list={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("contactList");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  return (
    <ErrorNotice
      className="m-5"
      title={t("loadFailed")}
      next={errorText(error)}
      action={<Button onClick={onRetry}>{actions("retry")}</Button>}
    />
  );
}

type RowsProps = {
  lists: readonly ContactList[];
  onEdit: ((list: ContactList) => void) | undefined;
};

function Rows({ lists, onEdit }: RowsProps) {
  const t = useTranslations("contactList");
  const locale = useLocale();
  const { archive, restore } = useContactListEdits();
  return (
    <div className="@container pb-8">
      <div
        aria-hidden="true"
        className={`hidden h-8 items-center gap-x-4 border-hairline border-b px-5 text-12 text-muted @3xl:grid ${rowColumns}`}
      >
        <span>{t("columns.list")}</span>
        <span>{t("kind")}</span>
        <span className="text-right">{t("columns.accepted")}</span>
        <span className="text-right">{t("columns.pending")}</span>
      </div>
      <ul aria-label={t("title")}>
        {lists.map((list) => (
          <ContactListRow
            key={list.id}
            list={list}
            onEdit={onEdit && (() => onEdit(list))}
            onArchive={() => void archive(list, textIn(list.names, locale))}
            onRestore={() => void restore(list)}
          />
        ))}
      </ul>
    </div>
  );
}
