"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [ShortcutsDialog] = deferred(
  async () => (await import("./shortcuts-dialog")).ShortcutsDialog,
);

/** The list of keys; its code comes when somebody asks. */
export function LazyShortcuts(props: ComponentProps<typeof ShortcutsDialog>) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutsDialog {...props} />
    </Suspense>
  );
}
