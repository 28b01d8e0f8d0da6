"use client";

import { type ComponentProps, Suspense } from "react";
import { deferred } from "@/app/_late/deferred";

const [ContactListDialog, preload] = deferred(
  async () => (await import("./contact-list-dialog")).ContactListDialog,
);

/** Fetches the dialog's code ahead. */
export function preloadContactListDialog(): void {
  preload();
}

/** The dialog of a list; its code comes when one is to be made or changed. */
export function LazyContactListDialog(props: ComponentProps<typeof ContactListDialog>) {
  return (
    <Suspense fallback={null}>
      <ContactListDialog {...props} />
    </Suspense>
  );
}
