"use client";

import { type ComponentProps, memo, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";
import { quietMoment } from "@/app/_late/quiet-moment";

const [BoardHeader] = deferred(async () => {
  // Where the server drew it, it can be seen all the same.
  await quietMoment();
  return (await import("./board-header")).BoardHeader;
});

/**
 * The head of the board. The server draws it with everything else; its code comes after that of the
 * cards, so that these can be taken in hand first. Memoized, because what the server drew goes away
 * when something changes before the code is there.
 */
export const LazyBoardHeader = memo(function LazyBoardHeader(
  props: ComponentProps<typeof BoardHeader>,
) {
  return (
    <Suspense
      fallback={
        <div className="h-(--header-height) shrink-0 border-hairline border-b bg-surface" />
      }
    >
      <BoardHeader {...props} />
    </Suspense>
  );
});
