"use client";

import { useSearchParams } from "next/navigation";
import { openParameter } from "../open-address";
import { isMadeHere, pushAddress, replaceAddress } from "./address-state";

/**
 * Which opportunity's panel is open, kept in the address without loading the page again. Opening
 * adds one step to the history, changing to another card none, so that "back" always closes.
 */
export function useOpenAddress() {
  const openId = useSearchParams().get(openParameter);
  return {
    openId,
    open(id: string) {
      if (id === openId) return;
      const address = addressWith(id);
      if (openId === null) pushAddress(address);
      else replaceAddress(address);
    },
    close() {
      const closed = addressWith(null);
      if (!isMadeHere()) return replaceAddress(closed);
      // What was chosen while the panel was open, such as a filter, stays chosen.
      window.addEventListener("popstate", () => replaceAddress(closed), { once: true });
      window.history.back();
    },
  };
}

/** What else the address says, such as a filter, stays. */
function addressWith(openId: string | null): URL {
  const address = new URL(window.location.href);
  if (openId === null) address.searchParams.delete(openParameter);
  else address.searchParams.set(openParameter, openId);
  return address;
}
