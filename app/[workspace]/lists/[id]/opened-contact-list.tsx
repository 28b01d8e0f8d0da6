"use client";

import { Archive, UserPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { Button } from "@/app/_ui/button";
import type { ContactList } from "@/domain/contact-list-answers";
import { textIn } from "@/domain/localized-text";
import { useBoardShortcuts } from "../../board/use-board-shortcuts";
import { ExportProgress } from "../../parties/list/export/export-progress";
import { useNow } from "../../use-now";
import { LazyContactListDialog } from "../lazy-contact-list-dialog";
import { ContactListHeader } from "./contact-list-header";
import { LazySubscriptionPanel } from "./panel/lazy-subscription-panel";
import { SubscriptionList } from "./subscription-list";
import { countOf } from "./subscription-views";
import { useListAddress } from "./use-list-address";
import { useSubscriptionExport } from "./use-subscription-export";
import { useSubscriptions } from "./use-subscriptions";

const [AddPartyDialog] = deferred(async () => (await import("./add-party-dialog")).AddPartyDialog);

type OpenedContactListProps = {
  list: ContactList;
  connection: LiveConnection;
  renderedAt: string;
};

/** Who stands on a list, found by name or address, and what each consented to. */
export function OpenedContactList({ list, connection, renderedAt }: OpenedContactListProps) {
  const t = useTranslations("contactList");
  const now = useNow(renderedAt);
  const address = useListAddress();
  const { view, text, openId } = address;
  const subscriptions = useSubscriptions(list.id, view, text);
  const exporting = useSubscriptionExport();
  const [isAdding, setAdding] = useState(false);
  const [isEditing, setEditing] = useState(false);
  useBoardShortcuts({ "/": focusSearch });
  const name = textIn(list.names, useLocale());
  const addButton = list.archivedAt === null && (
    <Button
      variant="primary"
      className="min-w-(--control-md)"
      icon={<UserPlus size={16} />}
      aria-label={t("add.action")}
      onClick={() => setAdding(true)}
    >
      <span className="in-[header]:max-sm:sr-only">{t("add.action")}</span>
    </Button>
  );
  const total = text === "" ? countOf(view, list.counts) : null;
  return (
    <>
      <ContactListHeader
        list={list}
        name={name}
        view={view}
        text={text}
        connection={connection}
        addButton={addButton}
        onShow={address.showView}
        onSearch={address.search}
        onEdit={() => setEditing(true)}
        onExport={() => void exporting.exportList(list.id, view, text, total)}
      />
      {list.archivedAt !== null && (
        <p className="flex items-center gap-2 border-hairline border-b bg-sunken px-5 py-2 text-13 text-muted">
          <Archive size={14} aria-hidden="true" className="shrink-0" />
          {t("isArchived")}
        </p>
      )}
      <SubscriptionList
        list={subscriptions}
        isFiltered={view !== "all" || text !== ""}
        now={now}
        openId={openId}
        onOpen={address.open}
        action={addButton}
      />
      {openId && (
        <LazySubscriptionPanel key={openId} subscriptionId={openId} onClose={address.close} />
      )}
      {isAdding && (
        <Suspense fallback={null}>
          <AddPartyDialog list={{ id: list.id, name }} onClose={() => setAdding(false)} />
        </Suspense>
      )}
      {isEditing && <LazyContactListDialog list={list} onClose={() => setEditing(false)} />}
      {exporting.running && (
        <ExportProgress running={exporting.running} onCancel={exporting.cancel} />
      )}
    </>
  );
}

function focusSearch() {
  document.querySelector<HTMLInputElement>("[data-board-search]")?.focus();
}
