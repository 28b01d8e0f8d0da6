import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { firstPageSize } from "@/app/_realtime/reader";
import { answerOrNothing, serverCaller } from "@/app/_trpc/server";
import { wholeBoard } from "@/domain/board-query";
import { findWorkspace } from "../../find-workspace";
import { Wall } from "./wall";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.wall");
  return { title: t("title") };
}

/** The board for a large screen that nobody operates. */
export default async function WallPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const { membership } = await findWorkspace(slug);
  const caller = await serverCaller(membership.workspaceId);
  const answer = await answerOrNothing(
    caller.board.open({ pageSize: firstPageSize, query: wholeBoard }),
  );
  return (
    <ClientMessages namespaces={["board", "views"]}>
      <Wall
        renderedAt={new Date().toISOString()}
        rendered={answer && { query: wholeBoard, answer }}
      />
    </ClientMessages>
  );
}
