"use client";

import { useTranslations } from "next-intl";
import { TabLinks } from "@/app/_ui/tab-links";
import { canManageLists } from "@/domain/access";
import { useWorkspace } from "../workspace-context";

/** Between the lists, what is written to them, and which mails left. */
export function ListTabs() {
  const t = useTranslations("contactList.tabs");
  const { slug, accessRole } = useWorkspace();
  return (
    <TabLinks
      label={t("label")}
      links={[
        { href: `/${slug}/lists`, label: t("lists") },
        { href: `/${slug}/campaigns`, label: t("campaigns") },
        ...(canManageLists(accessRole)
          ? [{ href: `/${slug}/lists/mails` as const, label: t("mails") }]
          : []),
      ]}
    />
  );
}
