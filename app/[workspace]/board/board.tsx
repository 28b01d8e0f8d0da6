"use client";

import { BoardProvider, type RenderedBoard } from "@/app/_realtime/board-provider";
import { useBoard } from "@/app/_realtime/use-board";
import type { BoardFilter } from "@/domain/board-filter";
import { type BoardQuery, isSameQuery } from "@/domain/board-query";
import { useNow } from "../use-now";
import { useWorkspace } from "../workspace-context";
import type { Arrangement } from "./arrangement/arrangement";
import { useArrangement } from "./arrangement/use-arrangement";
import { BoardFrameOf } from "./board-frame-of";
import { LateAccessEnded, LateBoardError } from "./late-parts";
import { LazyBoardSkeleton } from "./lazy-board-skeleton";
import { LiveBoard } from "./live-board";
import { useBoardFilter, useBoardQuery } from "./query/use-board-filter";

type BoardProps = {
  /** The server's time, ISO 8601. */
  renderedAt: string;
  /** As this device remembers it. */
  arrangement: Arrangement;
  rendered: RenderedBoard | null;
};

/** The board of the page's workspace. */
export function Board({ renderedAt, arrangement: remembered, rendered }: BoardProps) {
  const { workspaceId, memberId, slug } = useWorkspace();
  const [arrangement, changeArrangement] = useArrangement(remembered, slug);
  const now = useNow(renderedAt);
  const filter = useBoardFilter();
  const query = useBoardQuery(filter, now);
  return (
    <BoardProvider workspaceId={workspaceId} memberId={memberId} query={query} rendered={rendered}>
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
  if (connection === "removed") return <LateAccessEnded />;
  if (board) {
    return (
      <BoardFrameOf board={board} now={now} density={arrangement.density}>
        <LiveBoard
          board={board}
          connection={connection}
          filter={filter}
          arrangement={arrangement}
          onArrange={onArrange}
          isCurrent={isSameQuery(board.query, query)}
        />
      </BoardFrameOf>
    );
  }
  return error ? <LateBoardError error={error} onRetry={retry} /> : <LazyBoardSkeleton />;
}
