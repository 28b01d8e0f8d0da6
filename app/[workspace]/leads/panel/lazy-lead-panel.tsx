"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [LeadPanel, preload] = deferred(async () => (await import("./lead-panel")).LeadPanel);

/** Fetches the panel's code ahead, while the pointer is over a lead. */
export function preloadLeadPanel(): void {
  preload();
}

/** The panel of a lead; its code comes when one is about to be opened. */
export function LazyLeadPanel(props: ComponentProps<typeof LeadPanel>) {
  return (
    <Suspense fallback={null}>
      <LeadPanel {...props} />
    </Suspense>
  );
}
