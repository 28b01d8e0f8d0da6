"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const LostDialog = lazy(() =>
  import("./lost-dialog").then((module) => ({ default: module.LostDialog })),
);

/** The question for the reason; its code comes with the first sale that was lost. */
export function LazyLostDialog(props: ComponentProps<typeof LostDialog>) {
  if (props.name === null) return null;
  return (
    <Suspense fallback={null}>
      <LostDialog {...props} />
    </Suspense>
  );
}
