import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../../find-workspace";
import { TeamsSettings } from "./teams-settings";

type TeamsProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.tabs");
  return { title: t("teams") };
}

export default async function TeamsPage({ params }: TeamsProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <Prefetched queries={[trpc.team.list.queryOptions(), trpc.member.list.queryOptions()]}>
      <TeamsSettings />
    </Prefetched>
  );
}
