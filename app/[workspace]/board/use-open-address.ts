"use client";

import { useSearchParams } from "next/navigation";
import { openAddress, openParameter } from "./open-address";

/** In the entry of the history that this page made by opening a panel: closing goes back over it. */
const madeHere = { spurPanel: true };

/**
 * Which opportunity's panel is open, kept in the address without loading the page again. Opening
 * adds one step to the history, changing to another card none, so that "back" always closes.
 */
export function useOpenAddress(slug: string) {
  const openId = useSearchParams().get(openParameter);
  return {
    openId,
    open(id: string) {
      if (id === openId) return;
      const address = openAddress(slug, id);
      if (openId === null) window.history.pushState(madeHere, "", address);
      else window.history.replaceState(window.history.state, "", address);
    },
    close() {
      if (isMadeHere(window.history.state)) window.history.back();
      else window.history.replaceState(null, "", openAddress(slug));
    },
  };
}

function isMadeHere(state: unknown): boolean {
  return typeof state === "object" && state !== null && "spurPanel" in state;
}
