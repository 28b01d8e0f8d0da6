import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../../find-workspace";
import { PartyPage } from "./party-page";

type PageProps = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("party");
  return { title: t("title") };
}

/** Everything known of a party: read in one call while rendering. */
export default async function PartyRoute({ params }: PageProps) {
  const { workspace: slug, id } = await params;
  const { membership } = await findWorkspace(slug);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages
      namespaces={[
        "party",
        "request",
        "lead",
        "opportunity",
        "communication",
        "contactList",
        "task",
      ]}
    >
      <Prefetched queries={[trpc.party.byId.queryOptions({ id })]}>
        <PartyPage id={id} renderedAt={new Date().toISOString()} />
      </Prefetched>
    </ClientMessages>
  );
}
