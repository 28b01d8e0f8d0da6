"use client";

import { lazy, Suspense } from "react";
import type { OutboxDialogProps } from "./outbox-dialog";

const OutboxDialog = lazy(() =>
  import("./outbox-dialog").then((module) => ({ default: module.OutboxDialog })),
);

/** Asks about what waited and could not be written; its code comes when there is something to ask. */
export function LazyOutboxDialog(props: OutboxDialogProps) {
  return (
    <Suspense fallback={null}>
      <OutboxDialog {...props} />
    </Suspense>
  );
}
