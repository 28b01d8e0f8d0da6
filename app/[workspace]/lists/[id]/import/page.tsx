import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { canManageLists } from "@/domain/access";
import { findWorkspace } from "../../../find-workspace";
import { ConsentImportScreen } from "./consent-import-screen";

type PageProps = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contactList.import");
  return { title: t("title") };
}

/** Brings those who agreed elsewhere onto a list, from a file. */
export default async function ConsentImportPage({ params }: PageProps) {
  const { workspace: slug, id } = await params;
  const { membership } = await findWorkspace(slug);
  const t = await getTranslations("contactList.import");
  if (!canManageLists(membership.accessRole)) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("notAllowed.title")} text={t("notAllowed.text")} />
      </>
    );
  }
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["contactList", "import"]}>
      <Prefetched queries={[trpc.contactList.byId.queryOptions({ id })]}>
        <ConsentImportScreen id={id} />
      </Prefetched>
    </ClientMessages>
  );
}
