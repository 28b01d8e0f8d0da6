"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [SubscriptionPanel, preload] = deferred(
  async () => (await import("./subscription-panel")).SubscriptionPanel,
);

/** Fetches the panel's code ahead, while the pointer is over a row. */
export function preloadSubscriptionPanel(): void {
  preload();
}

/** What somebody consented to; its code comes when one is about to be opened. */
export function LazySubscriptionPanel(props: ComponentProps<typeof SubscriptionPanel>) {
  return (
    <Suspense fallback={null}>
      <SubscriptionPanel {...props} />
    </Suspense>
  );
}
