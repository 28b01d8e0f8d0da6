"use client";

import { lazy, Suspense } from "react";

const BoardSkeleton = lazy(() =>
  import("./board-skeleton").then((module) => ({ default: module.BoardSkeleton })),
);

/** The shape of a board; its code comes only where the server could not send the board along. */
export function LazyBoardSkeleton() {
  return (
    <Suspense fallback={null}>
      <BoardSkeleton />
    </Suspense>
  );
}
