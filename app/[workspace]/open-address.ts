import type { Route } from "next";

/** The search parameter that names the opportunity whose panel is open. */
export const openParameter = "o";

/** The address of the board with the panel of an opportunity. */
export function openAddress(slug: string, opportunityId: string): Route {
  return `/${slug}/board?${openParameter}=${opportunityId}`;
}

/** The address of the page about a party. */
export function partyAddress(slug: string, partyId: string): Route {
  return `/${slug}/parties/${partyId}`;
}
