"use client";

import { Suspense } from "react";
import { deferred } from "@/app/_late/deferred";
import { Skeleton } from "@/app/_ui/skeleton";
import type { QuickAddProps } from "./quick-add";

const [QuickAdd, preload] = deferred(async () => (await import("./quick-add")).QuickAdd);

/** Fetches the form ahead, while the pointer is over the button that opens it. */
export function preloadQuickAdd(): void {
  preload();
}

/** The form for a new opportunity; its code comes on opening. */
export function LazyQuickAdd(props: QuickAddProps) {
  return (
    <Suspense fallback={<Skeleton className="mx-2 mb-2 h-48 shrink-0 rounded-8" />}>
      <QuickAdd {...props} />
    </Suspense>
  );
}
