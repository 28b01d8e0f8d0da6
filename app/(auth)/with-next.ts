import type { Route } from "next";

/** An address of this group that remembers where to go on to after signing in. */
export function withNext(path: Route, next: string | null, further: Record<string, string> = {}) {
  const query = new URLSearchParams({ ...further, ...(next && { next }) }).toString();
  // A known page with a query, which Next's route types cannot see in a joined text.
  return (query ? `${path}?${query}` : path) as Route;
}
