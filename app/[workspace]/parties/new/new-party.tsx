"use client";

import { Suspense, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import type { NewPartyProps } from "./new-party-dialog";

const [NewPartyDialog] = deferred(async () => (await import("./new-party-dialog")).NewPartyDialog);

/** The form for a new contact above any page of a workspace; empty at each opening. Its code comes then. */
export function NewParty(props: NewPartyProps) {
  const [openings, setOpenings] = useState({ count: 0, open: false });
  if (props.open !== openings.open) {
    setOpenings({ count: openings.count + (props.open ? 1 : 0), open: props.open });
  }
  if (openings.count === 0) return null;
  return (
    <Suspense fallback={null}>
      <NewPartyDialog key={openings.count} {...props} />
    </Suspense>
  );
}
