"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonStyle } from "@/app/_ui/button-style";
import { PageHeader } from "@/app/_ui/page-header";
import { SearchBox } from "../../board/query/search-box";
import { useNow } from "../../use-now";
import { useWorkspace } from "../../workspace-context";
import { MailList } from "./mail-list";
import { useMails } from "./use-mails";

/** The mails of the workspace, found by address. */
export function MailsScreen({ renderedAt }: { renderedAt: string }) {
  const t = useTranslations("contactList");
  const { slug } = useWorkspace();
  const now = useNow(renderedAt);
  const [text, setText] = useState("");
  const mails = useMails(text);
  return (
    <>
      <PageHeader
        title={t("mails.title")}
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
        filters={<SearchBox label={t("mails.search")} text={text} onText={setText} />}
      />
      <MailList list={mails} isFiltered={text !== ""} now={now} />
    </>
  );
}
