"use client";

import { ChevronLeft, FileDown, Pencil } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { buttonStyle } from "@/app/_ui/button-style";
import { IconButton } from "@/app/_ui/icon-button";
import { PageHeader } from "@/app/_ui/page-header";
import { canManageLists } from "@/domain/access";
import type { ContactList } from "@/domain/contact-list-answers";
import { SearchBox } from "../../board/query/search-box";
import { LiveMark } from "../../parties/live-mark";
import { useWorkspace } from "../../workspace-context";
import { SubscriptionTabs } from "./subscription-tabs";
import type { SubscriptionView } from "./subscription-views";

type ContactListHeaderProps = {
  list: ContactList;
  name: string;
  view: SubscriptionView;
  text: string;
  connection: LiveConnection;
  addButton: ReactNode;
  onShow: (view: SubscriptionView) => void;
  onSearch: (text: string) => void;
  onEdit: () => void;
  onExport: () => void;
};

/** Which list it is, who of it is shown, and what can be done with it. */
export function ContactListHeader(props: ContactListHeaderProps) {
  const { list, name, view, text, connection, addButton } = props;
  const t = useTranslations("contactList");
  const { slug, accessRole } = useWorkspace();
  return (
    <PageHeader
      title={name}
      leading={
        <Link
          href={`/${slug}/lists`}
          aria-label={t("toLists")}
          data-tooltip={t("toLists")}
          className={buttonStyle("ghost", "md", true)}
        >
          <ChevronLeft size={18} />
        </Link>
      }
      views={<SubscriptionTabs view={view} counts={list.counts} onShow={props.onShow} />}
      filters={<SearchBox label={t("search")} text={text} onText={props.onSearch} />}
      people={<LiveMark connection={connection} wordClassName="max-lg:sr-only" />}
      action={
        <>
          {canManageLists(accessRole) && (
            <IconButton label={t("edit")} icon={<Pencil size={16} />} onClick={props.onEdit} />
          )}
          <IconButton label={t("export")} icon={<FileDown size={16} />} onClick={props.onExport} />
          {addButton}
        </>
      }
    />
  );
}
