import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { canEditPipeline } from "@/domain/access";
import { findWorkspace } from "../find-workspace";
import { ImportScreen } from "./import-screen";

type ImportProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("import");
  return { title: t("title") };
}

export default async function ImportPage({ params }: ImportProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const t = await getTranslations("import");
  if (!canEditPipeline(membership.accessRole)) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState title={t("notAllowed.title")} text={t("notAllowed.text")} />
      </>
    );
  }
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["import"]}>
      <PageHeader title={t("title")} />
      <Prefetched
        queries={[
          trpc.stage.list.queryOptions(),
          trpc.member.list.queryOptions(),
          trpc.team.list.queryOptions(),
          trpc.import.list.queryOptions(),
        ]}
      >
        <ImportScreen />
      </Prefetched>
    </ClientMessages>
  );
}
