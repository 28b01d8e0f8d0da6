"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { useMediaQuery } from "@/app/_ui/use-media-query";

/**
 * How high rows and the head of the table are, said in CSS: so that the server draws them as they
 * stay. Fingers need 2.75 rem; a card of two lines has them anyhow.
 */
export const rowHeights = {
  wide: "[--head-height:2.25rem] [--row-height:2.5rem] pointer-coarse:[--head-height:2.75rem] pointer-coarse:[--row-height:2.75rem]",
  narrow: "[--head-height:0rem] [--row-height:4rem]",
};

/** How the list fits: cards of two lines where it is narrow, and what its CSS came to, in px. */
export function useRowHeight(list: RefObject<HTMLElement | null>) {
  // In one line, names would be cut down to nothing.
  const isNarrow = useMediaQuery("(width < 54rem)");
  const isCoarse = useMediaQuery("(pointer: coarse)");
  const [heights, setHeights] = useState({ rowHeight: 40, headHeight: 36 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with these the CSS says something else.
  useLayoutEffect(() => {
    if (!list.current) return;
    const said = getComputedStyle(list.current);
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const px = (name: string) => rem * Number.parseFloat(said.getPropertyValue(name));
    setHeights({ rowHeight: px("--row-height"), headHeight: px("--head-height") });
  }, [list, isNarrow, isCoarse]);
  return { isNarrow, ...heights };
}
