"use client";

import { Suspense } from "react";
import { deferred } from "@/app/_late/deferred";
import type { OutboxDialogProps } from "./outbox-dialog";

const [OutboxDialog, preload] = deferred(
  async () => (await import("./outbox-dialog")).OutboxDialog,
);

/** Fetches the dialog ahead. */
export function preloadOutboxDialog(): void {
  preload();
}

/** Asks about what waited and could not be written; its code comes when there is something to ask. */
export function LazyOutboxDialog(props: OutboxDialogProps) {
  return (
    <Suspense fallback={null}>
      <OutboxDialog {...props} />
    </Suspense>
  );
}
