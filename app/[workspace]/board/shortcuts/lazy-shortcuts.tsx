"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const ShortcutsDialog = lazy(() =>
  import("./shortcuts-dialog").then((module) => ({ default: module.ShortcutsDialog })),
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
