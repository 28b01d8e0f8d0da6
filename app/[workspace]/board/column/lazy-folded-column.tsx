"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [FoldedColumn, preload] = deferred(
  async () => (await import("./folded-column")).FoldedColumn,
);

/** Fetches folded columns ahead. */
export function preloadFoldedColumn(): void {
  preload();
}

/** A column as a narrow rail; its code comes when one is folded. */
export function LazyFoldedColumn(props: ComponentProps<typeof FoldedColumn>) {
  return (
    <Suspense fallback={<div className="h-full w-11 shrink-0 border-hairline border-r" />}>
      <FoldedColumn {...props} />
    </Suspense>
  );
}
