"use client";

import { Archive } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import type { ContactList } from "@/domain/contact-list-answers";
import { textIn } from "@/domain/localized-text";
import { useBoardShortcuts } from "../../board/use-board-shortcuts";
import { ExportProgress } from "../../parties/list/export/export-progress";
import { useNow } from "../../use-now";
import { LazyContactListDialog } from "../lazy-contact-list-dialog";
import { AddMenu } from "./add-menu";
import { ContactListHeader } from "./contact-list-header";
import { FillingProgress } from "./filling/filling-progress";
import { useFilling } from "./filling/use-filling";
import { LazySubscriptionPanel } from "./panel/lazy-subscription-panel";
import { SubscriptionList } from "./subscription-list";
import { countOf } from "./subscription-views";
import { useListAddress } from "./use-list-address";
import { useSubscriptionExport } from "./use-subscription-export";
import { useSubscriptions } from "./use-subscriptions";

const [AddPartyDialog] = deferred(async () => (await import("./add-party-dialog")).AddPartyDialog);
const [AddViewDialog] = deferred(
  async () => (await import("./filling/add-view-dialog")).AddViewDialog,
);

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
  const filling = useFilling(list.id);
  const [adding, setAdding] = useState<"party" | "view" | null>(null);
  const [isEditing, setEditing] = useState(false);
  useBoardShortcuts({ "/": focusSearch });
  const name = textIn(list.names, useLocale());
  const addButton = list.archivedAt === null && (
    <AddMenu
      listId={list.id}
      isFilling={filling.state !== null && filling.state.pace.at !== "done"}
      onParty={() => setAdding("party")}
      onView={() => setAdding("view")}
    />
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
      <Suspense fallback={null}>
        {adding === "party" && (
          <AddPartyDialog list={{ id: list.id, name }} onClose={() => setAdding(null)} />
        )}
        {adding === "view" && (
          <AddViewDialog
            list={{ id: list.id, name }}
            onStart={filling.start}
            onClose={() => setAdding(null)}
          />
        )}
      </Suspense>
      {isEditing && <LazyContactListDialog list={list} onClose={() => setEditing(false)} />}
      <FillingProgress filling={filling} />
      {exporting.running && (
        <ExportProgress running={exporting.running} onCancel={exporting.cancel} />
      )}
    </>
  );
}

function focusSearch() {
  document.querySelector<HTMLInputElement>("[data-board-search]")?.focus();
}
