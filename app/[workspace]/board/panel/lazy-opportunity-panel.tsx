"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const load = () => import("./opportunity-panel");
const OpportunityPanel = lazy(() =>
  load().then((module) => ({ default: module.OpportunityPanel })),
);

/** Fetches the panel's code ahead, while the pointer is over a card. */
export function preloadPanel(): void {
  void load();
}

/** The panel of an opportunity; its code comes when one is about to be opened. */
export function LazyOpportunityPanel(props: ComponentProps<typeof OpportunityPanel>) {
  return (
    <Suspense fallback={null}>
      <OpportunityPanel {...props} />
    </Suspense>
  );
}
