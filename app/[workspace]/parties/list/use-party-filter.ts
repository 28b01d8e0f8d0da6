"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type PartyFilter, readPartyFilter, writePartyFilter } from "@/domain/party-filter";

/** What is chosen on the list, as the address says it. */
export function usePartyFilter(): PartyFilter {
  const parameters = useSearchParams();
  return useMemo(() => readPartyFilter(parameters), [parameters]);
}

/** The search parameters of a filter, as text. */
export function parametersOf(filter: PartyFilter): string {
  return new URLSearchParams(writePartyFilter(filter)).toString();
}

/** Says a filter in the address, without loading the page again. */
export function showPartyFilter(filter: PartyFilter): void {
  const address = new URL(window.location.href);
  address.search = parametersOf(filter);
  // Choosing a filter is no step to go back over. Next's own state must not be handed back to it.
  window.history.replaceState(null, "", address);
}
