"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { BoardProvider } from "@/app/_realtime/board-provider";
import { useBoard } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { canEditPipeline } from "@/domain/access";
import type { VisibleBoard } from "@/domain/board-visible";
import { useWorkspace } from "../workspace-context";
import { type BoardFrame, BoardFrameProvider } from "./board-frame";
import { BoardSkeleton } from "./board-skeleton";
import { LiveBoard } from "./live-board";
import { useNow } from "./use-now";

/** The board of the page's workspace. `renderedAt` is the server's time, ISO 8601. */
export function Board({ renderedAt }: { renderedAt: string }) {
  const { workspaceId } = useWorkspace();
  return (
    <BoardProvider workspaceId={workspaceId}>
      <BoardGate renderedAt={renderedAt} />
    </BoardProvider>
  );
}

function BoardGate({ renderedAt }: { renderedAt: string }) {
  const { board, connection, error, retry } = useBoard();
  if (board) {
    return (
      <Framed board={board} renderedAt={renderedAt}>
        <LiveBoard board={board} connection={connection} />
      </Framed>
    );
  }
  return error ? <BoardError error={error} onRetry={retry} /> : <BoardSkeleton />;
}

type FramedProps = { board: VisibleBoard; renderedAt: string; children: ReactNode };

function Framed({ board: { stages, members, teams }, renderedAt, children }: FramedProps) {
  const membership = useWorkspace();
  const now = useNow(renderedAt);
  const frame = useMemo((): BoardFrame => {
    const stageById = new Map(stages.map((stage) => [stage.id, stage]));
    const names = new Map(members.map((member) => [member.id, member.name]));
    return {
      membership,
      canEdit: canEditPipeline(membership.accessRole),
      moment: { now, timeZone: membership.timeZone },
      stages,
      members,
      teams,
      stageOf: (id) => stageById.get(id),
      memberName: (id) => (id === null ? undefined : names.get(id)),
    };
  }, [membership, now, stages, members, teams]);
  return <BoardFrameProvider value={frame}>{children}</BoardFrameProvider>;
}

function BoardError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("board.failed");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  return (
    <div className="mx-auto w-full max-w-xl px-4 py-16">
      <ErrorNotice
        title={t("title")}
        safe={t("safe")}
        next={errorText(error)}
        action={
          <Button variant="primary" onClick={onRetry}>
            {actions("retry")}
          </Button>
        }
      />
    </div>
  );
}
