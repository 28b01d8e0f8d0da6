"use client";

import { late, useLate } from "@/app/_late/late";

const host = late(() => import("./search-host"));

/** What opens the search; it comes when the page has nothing better to do. */
export function LateSearch() {
  const code = useLate(host);
  return code && <code.SearchHost />;
}
