"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [FilterBar, preload] = deferred(async () => (await import("./filter-bar")).FilterBar);

/** Fetches the filters ahead, while the pointer is over the button that shows them. */
export function preloadFilterBar(): void {
  preload();
}

/** The filters; their code comes when they are shown. */
export function LazyFilterBar(props: ComponentProps<typeof FilterBar>) {
  return (
    <Suspense
      fallback={
        <div className="h-11 shrink-0 border-hairline border-b bg-surface pointer-coarse:h-15" />
      }
    >
      <FilterBar {...props} />
    </Suspense>
  );
}
