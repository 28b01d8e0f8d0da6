"use client";

import { useSyncExternalStore } from "react";

type Announcement = { text: string; urgent: boolean; count: number };

const nothing: Announcement = { text: "", urgent: false, count: 0 };
let current = nothing;
const listeners = new Set<() => void>();

/**
 * Says something to screen readers without showing it, e.g. where a card was put. `urgent`
 * interrupts; keep it for trouble.
 */
export function announce(text: string, options?: { urgent?: boolean }): void {
  current = { text, urgent: options?.urgent ?? false, count: current.count + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The invisible place announcements appear in; once, in the root layout. */
export function LiveRegion() {
  const { text, urgent, count } = useSyncExternalStore(
    subscribe,
    () => current,
    () => nothing,
  );
  // The same words twice in a row are read twice only if the text differs: by a blank at the end.
  const distinct = count % 2 === 0 ? text : `${text}\u00a0`;
  return (
    <>
      <div role="status" className="sr-only">
        {urgent ? "" : distinct}
      </div>
      <div role="alert" className="sr-only">
        {urgent ? distinct : ""}
      </div>
    </>
  );
}
