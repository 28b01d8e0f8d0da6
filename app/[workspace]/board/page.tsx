import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { firstPageSize } from "@/app/_realtime/reader";
import { answerOrNothing, serverCaller } from "@/app/_trpc/server";
import { dayIn } from "@/app/_ui/format/date";
import { queryOf, readFilter } from "@/domain/board-filter";
import { findWorkspace } from "../find-workspace";
import { arrangementCookie } from "./arrangement/arrangement";
import { readArrangement } from "./arrangement/read-arrangement";
import { Board } from "./board";

type BoardPageProps = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

/** The pipeline: read in one call while rendering, so that the first paint shows the cards. */
export default async function BoardPage({ params, searchParams }: BoardPageProps) {
  const { workspace: slug } = await params;
  const { membership } = await findWorkspace(slug);
  const said = await searchParams;
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
  const filter = readFilter({ get: (name) => one(said[name]) ?? null });
  const arrangement = readArrangement((await cookies()).get(arrangementCookie)?.value);
  const renderedAt = new Date();
  const today = dayIn(renderedAt, membership.timeZone);
  const query = queryOf(filter, { today, memberId: membership.memberId });
  const caller = await serverCaller(membership.workspaceId);
  const answer = await answerOrNothing(caller.board.open({ pageSize: firstPageSize, query }));
  return (
    <ClientMessages
      namespaces={["board", "query", "views", "opportunity", "communication", "task"]}
    >
      <Board
        renderedAt={renderedAt.toISOString()}
        arrangement={arrangement}
        rendered={answer && { query, answer }}
      />
    </ClientMessages>
  );
}
