import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../find-workspace";
import { ContactListsScreen } from "./contact-lists-screen";

type ListsProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contactList");
  return { title: t("title") };
}

/** The contact lists of the workspace, read while rendering. */
export default async function ListsPage({ params }: ListsProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["contactList", "party"]}>
      <Prefetched queries={[trpc.contactList.list.queryOptions()]}>
        <ContactListsScreen />
      </Prefetched>
    </ClientMessages>
  );
}
