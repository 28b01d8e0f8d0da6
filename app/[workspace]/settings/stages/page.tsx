import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../../find-workspace";
import { StagesSettings } from "./stages-settings";

type StagesProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.tabs");
  return { title: t("stages") };
}

export default async function StagesPage({ params }: StagesProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <Prefetched queries={[trpc.stage.list.queryOptions()]}>
      <StagesSettings />
    </Prefetched>
  );
}
