import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { canManageLists } from "@/domain/access";
import { findWorkspace } from "../../find-workspace";
import { MailsScreen } from "./mails-screen";

type MailsProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contactList.mails");
  return { title: t("title") };
}

/** Which mails left, to whom, and what became of them. */
export default async function MailsPage({ params }: MailsProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const t = await getTranslations("contactList.mails");
  if (!canManageLists(membership.accessRole)) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("notAllowed.title")} text={t("notAllowed.text")} />
      </>
    );
  }
  return (
    <ClientMessages namespaces={["contactList", "query"]}>
      <MailsScreen renderedAt={new Date().toISOString()} />
    </ClientMessages>
  );
}
