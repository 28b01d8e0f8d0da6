import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../find-workspace";
import { RequestsScreen } from "./requests-screen";

type RequestsProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("request");
  return { title: t("title") };
}

/** What customers ask for on their own pages, read while rendering. */
export default async function RequestsPage({ params }: RequestsProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["request", "party"]}>
      <Prefetched queries={[trpc.customerRequest.list.queryOptions()]}>
        <RequestsScreen renderedAt={new Date().toISOString()} />
      </Prefetched>
    </ClientMessages>
  );
}
