import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { answerOrNothing, serverCaller } from "@/app/_trpc/server";
import { partyQueryOf, readPartyFilter } from "@/domain/party-filter";
import { findWorkspace } from "../find-workspace";
import { columnsCookie, readColumns } from "./list/columns";
import { PartyList } from "./list/party-list";
import { pageSize } from "./list/rows";

type PartiesPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partyList");
  return { title: t("title") };
}

/** All parties: the first page is read while rendering, so that the first paint shows rows. */
export default async function PartiesPage({ params, searchParams }: PartiesPageProps) {
  const { workspace: slug } = await params;
  const { membership } = await findWorkspace(slug);
  const said = await searchParams;
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
  const filter = readPartyFilter({ get: (name) => one(said[name]) ?? null });
  const query = partyQueryOf(filter, membership.memberId);
  const caller = await serverCaller(membership.workspaceId);
  const page = await answerOrNothing(caller.partyList.page({ query, limit: pageSize }));
  return (
    <ClientMessages
      namespaces={["partyList", "contactList", "party", "query", "views", "opportunity"]}
    >
      <PartyList
        renderedAt={new Date().toISOString()}
        columns={readColumns((await cookies()).get(columnsCookie)?.value)}
        rendered={page && { query, page }}
      />
    </ClientMessages>
  );
}
