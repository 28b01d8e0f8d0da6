"use client";

import { useEffect } from "react";
import { BoardProvider, type RenderedBoard } from "@/app/_realtime/board-provider";
import { useBoard } from "@/app/_realtime/use-board";
import { useFormat } from "@/app/_ui/format/use-format";
import { wholeBoard } from "@/domain/board-query";
import type { VisibleBoard } from "@/domain/board-visible";
import { useNow } from "../../use-now";
import { useWorkspace } from "../../workspace-context";
import { BoardFrameOf } from "../board-frame-of";
import { cardHeightStyle } from "../column/column-layout";
import { useFlights } from "../flight/use-flights";
import { useRemoteMoves } from "../flight/use-remote-moves";
import { ConnectionMark } from "../header/connection-mark";
import { LateAccessEnded, LateBoardError, LateFlightLayer } from "../late-parts";
import { LazyBoardSkeleton } from "../lazy-board-skeleton";
import { WallColumn } from "./wall-column";

type WallProps = {
  /** The server's time, ISO 8601. */
  renderedAt: string;
  rendered: RenderedBoard | null;
};

/** The live board to look at from afar. */
export function Wall({ renderedAt, rendered }: WallProps) {
  const { workspaceId, memberId } = useWorkspace();
  useLargeType();
  return (
    <BoardProvider
      workspaceId={workspaceId}
      memberId={memberId}
      query={wholeBoard}
      rendered={rendered}
    >
      <WallGate renderedAt={renderedAt} />
    </BoardProvider>
  );
}

function WallGate({ renderedAt }: { renderedAt: string }) {
  const now = useNow(renderedAt);
  const { board, connection, error, retry } = useBoard();
  if (connection === "removed") return <LateAccessEnded />;
  if (!board)
    return error ? <LateBoardError error={error} onRetry={retry} /> : <LazyBoardSkeleton />;
  return (
    <BoardFrameOf board={board} now={now} density="comfortable">
      <WallBoard board={board} now={now} />
    </BoardFrameOf>
  );
}

type WallBoardProps = { board: VisibleBoard; now: Date };

function WallBoard({ board, now }: WallBoardProps) {
  const format = useFormat();
  const { workspaceName } = useWorkspace();
  const { flights, flyingIds, launch, land } = useFlights();
  const moverOf = useRemoteMoves({ board, launch, handId: () => undefined });
  return (
    <div
      data-fills-window
      // Icons have a size in pixels, which a wall screen must not keep.
      className="fixed inset-0 z-40 flex flex-col bg-canvas [&_.lucide]:size-[0.875rem]"
      style={cardHeightStyle("comfortable")}
    >
      <header className="flex h-14 shrink-0 items-center gap-4 border-hairline border-b bg-surface px-5">
        <h1 className="min-w-0 flex-1 truncate font-semibold text-16">{workspaceName}</h1>
        <ConnectionMark />
        <time className="text-16 tabular" dateTime={now.toISOString()}>
          {format.dateTime(now)}
        </time>
      </header>
      <div className="flex min-h-0 flex-1">
        {board.columns.map((column) => (
          <WallColumn
            key={column.key}
            column={column}
            cardOf={board.cardOf}
            flyingIds={flyingIds}
            moverOf={moverOf}
          />
        ))}
      </div>
      <LateFlightLayer flights={flights} onLanded={land} />
    </div>
  );
}

/** Everything on a board is measured in rem: on a wall these grow with the screen. */
function useLargeType(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.fontSize = "max(16px, 0.85vw)";
    return () => {
      style.fontSize = "";
    };
  }, []);
}
