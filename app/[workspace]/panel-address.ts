"use client";

import { isMadeHere, replaceAddress } from "./board/address-state";

/** The address of the page with search parameters set, and without those that are null. */
export function addressWith(parameters: Readonly<Record<string, string | null>>): URL {
  const address = new URL(window.location.href);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  return address;
}

/** Leaves the panel that a search parameter names. */
export function closePanel(parameter: string): void {
  const closed = addressWith({ [parameter]: null });
  if (!isMadeHere()) {
    replaceAddress(closed);
    return;
  }
  // What was chosen while the panel was open, such as a view, stays chosen.
  window.addEventListener("popstate", () => replaceAddress(closed), { once: true });
  window.history.back();
}
