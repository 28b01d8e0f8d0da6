import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../find-workspace";
import { CampaignsScreen } from "./campaigns-screen";

type CampaignsProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaign");
  return { title: t("title") };
}

/** The campaigns of the workspace, read while rendering. */
export default async function CampaignsPage({ params }: CampaignsProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["campaign", "contactList", "party"]}>
      <Prefetched queries={[trpc.campaign.list.queryOptions()]}>
        <CampaignsScreen />
      </Prefetched>
    </ClientMessages>
  );
}
