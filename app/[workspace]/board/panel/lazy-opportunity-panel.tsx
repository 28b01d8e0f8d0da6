"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [OpportunityPanel, preload] = deferred(
  async () => (await import("./opportunity-panel")).OpportunityPanel,
);

/** Fetches the panel's code ahead, while the pointer is over a card. */
export function preloadPanel(): void {
  preload();
}

/** The panel of an opportunity; its code comes when one is about to be opened. */
export function LazyOpportunityPanel(props: ComponentProps<typeof OpportunityPanel>) {
  return (
    <Suspense fallback={null}>
      <OpportunityPanel {...props} />
    </Suspense>
  );
}
