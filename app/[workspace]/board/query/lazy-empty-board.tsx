"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const EmptyBoard = lazy(() =>
  import("./empty-board").then((module) => ({ default: module.EmptyBoard })),
);

/** What an empty board says; its code comes when a board is empty. */
export function LazyEmptyBoard(props: ComponentProps<typeof EmptyBoard>) {
  return (
    <Suspense fallback={null}>
      <EmptyBoard {...props} />
    </Suspense>
  );
}
