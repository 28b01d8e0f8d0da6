"use client";

import { type ComponentProps, Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";

const [AddLeadDialog] = deferred(async () => (await import("./add-lead-dialog")).AddLeadDialog);

/**
 * Adds a lead, from any page of the workspace: it needs the messages of `lead` and `opportunity`
 * above it and nothing else. Its code comes on the first opening.
 */
export function AddLead(props: ComponentProps<typeof AddLeadDialog>) {
  const [mounted, setMounted] = useState(props.open);
  if (props.open && !mounted) setMounted(true);
  if (!mounted) return null;
  return (
    <Suspense fallback={null}>
      <AddLeadDialog {...props} />
    </Suspense>
  );
}
