"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [EmptyBoard] = deferred(async () => (await import("./empty-board")).EmptyBoard);

/** What an empty board says; its code comes when a board is empty. */
export function LazyEmptyBoard(props: ComponentProps<typeof EmptyBoard>) {
  return (
    <Suspense fallback={null}>
      <EmptyBoard {...props} />
    </Suspense>
  );
}
