"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [CampaignDialog, preload] = deferred(
  async () => (await import("./campaign-dialog")).CampaignDialog,
);

/** Fetches the dialog's code ahead. */
export function preloadCampaignDialog(): void {
  preload();
}

/** The dialog of a campaign; its code comes when one is to be made or changed. */
export function LazyCampaignDialog(props: ComponentProps<typeof CampaignDialog>) {
  return (
    <Suspense fallback={null}>
      <CampaignDialog {...props} />
    </Suspense>
  );
}
