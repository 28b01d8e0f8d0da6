"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@/app/_ui/page-header";
import { SearchBox } from "../../board/query/search-box";
import { useNow } from "../../use-now";
import { ListTabs } from "../list-tabs";
import { MailList } from "./mail-list";
import { useMails } from "./use-mails";

/** The mails of the workspace, found by address. */
export function MailsScreen({ renderedAt }: { renderedAt: string }) {
  const t = useTranslations("contactList");
  const now = useNow(renderedAt);
  const [text, setText] = useState("");
  const mails = useMails(text);
  return (
    <>
      <PageHeader
        title={t("mails.title")}
        views={<ListTabs />}
        filters={<SearchBox label={t("mails.search")} text={text} onText={setText} />}
      />
      <MailList list={mails} isFiltered={text !== ""} now={now} />
    </>
  );
}
