"use client";

import { useMediaQuery } from "@/app/_ui/use-media-query";

/** Whether the page is one column, so that its details have a tab of their own. */
export function useIsNarrow(): boolean {
  return useMediaQuery("(width < 64rem)");
}
