"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [LostDialog, preload] = deferred(async () => (await import("./lost-dialog")).LostDialog);

/** Fetches the dialog ahead. */
export function preloadLostDialog(): void {
  preload();
}

/** The question for the reason; its code comes with the first sale that was lost. */
export function LazyLostDialog(props: ComponentProps<typeof LostDialog>) {
  if (props.name === null) return null;
  return (
    <Suspense fallback={null}>
      <LostDialog {...props} />
    </Suspense>
  );
}
