import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { firstPageSize } from "@/app/_realtime/reader";
import { Prefetched, serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../find-workspace";
import { Board } from "./board";

type BoardPageProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

/** The pipeline: read in one call while rendering, so that the first paint shows the cards. */
export default async function BoardPage({ params }: BoardPageProps) {
  const { workspace: slug } = await params;
  const { membership } = await findWorkspace(slug);
  const trpc = serverTRPC(membership.workspaceId);
  const queries = [trpc.board.open.queryOptions({ pageSize: firstPageSize })];
  return (
    <ClientMessages namespaces={["board", "opportunity", "communication"]}>
      <Prefetched queries={queries}>
        <Board renderedAt={new Date().toISOString()} />
      </Prefetched>
    </ClientMessages>
  );
}
