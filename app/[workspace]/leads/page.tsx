import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Prefetched } from "@/app/_trpc/prefetched";
import { answerOrNothing, serverCaller, serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../find-workspace";
import { LeadScreen } from "./lead-screen";
import { listInput, readView, viewParameter } from "./lead-views";

type LeadsProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("lead");
  return { title: t("title") };
}

/** Interests to be qualified; read while rendering, so that the first paint shows them. */
export default async function LeadsPage({ params, searchParams }: LeadsProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const said = (await searchParams)[viewParameter];
  const view = readView(Array.isArray(said) ? said[0] : said);
  const caller = await serverCaller(membership.workspaceId);
  const [page, counts] = await Promise.all([
    answerOrNothing(caller.lead.list(listInput(view, membership.memberId))),
    answerOrNothing(caller.lead.counts()),
  ]);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <ClientMessages namespaces={["lead", "opportunity", "communication"]}>
      <Prefetched queries={[trpc.member.list.queryOptions(), trpc.team.list.queryOptions()]}>
        <LeadScreen renderedAt={new Date().toISOString()} rendered={{ view, page, counts }} />
      </Prefetched>
    </ClientMessages>
  );
}
