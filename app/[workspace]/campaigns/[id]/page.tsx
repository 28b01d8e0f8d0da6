import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../../find-workspace";
import { CampaignScreen } from "./campaign-screen";

type PageProps = { params: Promise<{ workspace: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaign");
  return { title: t("columns.campaign") };
}

/** A campaign, read while rendering; whom it reaches and what came of it follow. */
export default async function CampaignRoute({ params }: PageProps) {
  const { workspace: slug, id } = await params;
  const { membership } = await findWorkspace(slug);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["campaign", "party"]}>
      <Prefetched
        queries={[
          trpc.campaign.byId.queryOptions({ id }),
          trpc.contactList.list.queryOptions(),
          trpc.member.list.queryOptions(),
        ]}
      >
        <CampaignScreen id={id} />
      </Prefetched>
    </ClientMessages>
  );
}
