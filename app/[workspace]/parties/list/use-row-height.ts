"use client";

import { useLayoutEffect, useState } from "react";
import { useMediaQuery } from "@/app/_ui/use-media-query";

/** In rem. Fingers need 2.75; a card of two lines has them anyhow. */
const heights = { head: 2.25, wide: 2.5, coarse: 2.75, narrow: 4 };

/** How the list fits: cards of two lines where it is narrow, and all heights in px. */
export function useRowHeight() {
  const [rem, setRem] = useState(16);
  useLayoutEffect(() => {
    setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  }, []);
  // In one line, names would be cut down to nothing.
  const isNarrow = useMediaQuery("(width < 54rem)");
  const isCoarse = useMediaQuery("(pointer: coarse)");
  const oneLine = isCoarse ? heights.coarse : heights.wide;
  return {
    isNarrow,
    rowHeight: rem * (isNarrow ? heights.narrow : oneLine),
    headHeight: isNarrow ? 0 : rem * (isCoarse ? heights.coarse : heights.head),
  };
}
