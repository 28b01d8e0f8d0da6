"use client";

import { Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [BoardSkeleton] = deferred(async () => (await import("./board-skeleton")).BoardSkeleton);

/** The shape of a board; its code comes only where the server could not send the board along. */
export function LazyBoardSkeleton() {
  return (
    <Suspense fallback={null}>
      <BoardSkeleton />
    </Suspense>
  );
}
