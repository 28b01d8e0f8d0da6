"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const load = () => import("./folded-column");
const FoldedColumn = lazy(() => load().then((module) => ({ default: module.FoldedColumn })));

/** Fetches folded columns ahead. */
export function preloadFoldedColumn(): void {
  void load();
}

/** A column as a narrow rail; its code comes when one is folded. */
export function LazyFoldedColumn(props: ComponentProps<typeof FoldedColumn>) {
  return (
    <Suspense fallback={<div className="h-full w-11 shrink-0 border-hairline border-r" />}>
      <FoldedColumn {...props} />
    </Suspense>
  );
}
