"use client";

import { late, useLate } from "@/app/_late/late";

const hosts = late(() => import("./hosts"));

/** Where toasts and tooltips appear; once, in the root layout. */
export function LateHosts() {
  const parts = useLate(hosts);
  return (
    parts && (
      <>
        <parts.ToastRegion />
        <parts.TooltipHost />
      </>
    )
  );
}
