"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { BoardProvider } from "@/app/_realtime/board-provider";
import { useBoard } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { canEditPipeline } from "@/domain/access";
import type { BoardFilter } from "@/domain/board-filter";
import { type BoardQuery, isSameQuery } from "@/domain/board-query";
import type { VisibleBoard } from "@/domain/board-visible";
import { useWorkspace } from "../workspace-context";
import { AccessEnded } from "./access-ended";
import type { Arrangement, Density } from "./arrangement/arrangement";
import { useArrangement } from "./arrangement/use-arrangement";
import { type BoardFrame, BoardFrameProvider } from "./board-frame";
import { BoardSkeleton } from "./board-skeleton";
import { LiveBoard } from "./live-board";
import { useBoardFilter, useBoardQuery } from "./query/use-board-filter";
import { useNow } from "./use-now";

type BoardProps = {
  /** The server's time, ISO 8601. */
  renderedAt: string;
  /** As this device remembers it. */
  arrangement: Arrangement;
};

/** The board of the page's workspace. */
export function Board({ renderedAt, arrangement: remembered }: BoardProps) {
  const { workspaceId, memberId, slug } = useWorkspace();
  const [arrangement, changeArrangement] = useArrangement(remembered, slug);
  const now = useNow(renderedAt);
  const filter = useBoardFilter();
  const query = useBoardQuery(filter, now);
  return (
    <BoardProvider workspaceId={workspaceId} memberId={memberId} query={query}>
      <BoardGate
        now={now}
        filter={filter}
        query={query}
        arrangement={arrangement}
        onArrange={changeArrangement}
      />
    </BoardProvider>
  );
}

type BoardGateProps = {
  now: Date;
  filter: BoardFilter;
  query: BoardQuery;
  arrangement: Arrangement;
  onArrange: (part: Partial<Arrangement>) => void;
};

function BoardGate({ now, filter, query, arrangement, onArrange }: BoardGateProps) {
  const { board, connection, error, retry } = useBoard();
  if (connection === "removed") return <AccessEnded />;
  if (board) {
    return (
      <Framed board={board} now={now} density={arrangement.density}>
        <LiveBoard
          board={board}
          connection={connection}
          filter={filter}
          arrangement={arrangement}
          onArrange={onArrange}
          isCurrent={isSameQuery(board.query, query)}
        />
      </Framed>
    );
  }
  return error ? <BoardError error={error} onRetry={retry} /> : <BoardSkeleton />;
}

type FramedProps = { board: VisibleBoard; now: Date; density: Density; children: ReactNode };

function Framed({ board: { query, stages, members, teams }, now, density, children }: FramedProps) {
  const membership = useWorkspace();
  const frame = useMemo((): BoardFrame => {
    const stageById = new Map(stages.map((stage) => [stage.id, stage]));
    const names = new Map(members.map((member) => [member.id, member.name]));
    return {
      membership,
      canEdit: canEditPipeline(membership.accessRole),
      density,
      moment: { now, timeZone: membership.timeZone },
      query,
      stages,
      members,
      teams,
      stageOf: (id) => stageById.get(id),
      memberName: (id) => (id === null ? undefined : names.get(id)),
    };
  }, [membership, now, density, query, stages, members, teams]);
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
