import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../../find-workspace";
import { ContactListScreen } from "./contact-list-screen";

type PageProps = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contactList");
  return { title: t("one") };
}

/** A contact list, read while rendering; who stands on it follows. */
export default async function ContactListRoute({ params }: PageProps) {
  const { workspace: slug, id } = await params;
  const { membership } = await findWorkspace(slug);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["contactList", "party", "partyList", "query"]}>
      <Prefetched queries={[trpc.contactList.byId.queryOptions({ id })]}>
        <ContactListScreen id={id} renderedAt={new Date().toISOString()} />
      </Prefetched>
    </ClientMessages>
  );
}
