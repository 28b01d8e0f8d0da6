"use client";

import { type CSSProperties, useLayoutEffect, useState } from "react";
import type { Density } from "../arrangement/arrangement";

/*
 * All cards are equally high, so that a place in a column is arithmetic: nothing is measured while
 * a card is in hand, and a column of ten thousand opens as fast as one of ten.
 */

/** In rem, as `--card-height`. */
const cardHeights = { comfortable: 5.5, compact: 3.75 } as const;
const gap = 0.375;
/** Room above the first card, for a name tag, and below the last, px. */
export const listPadding = 8;

export function cardHeightStyle(density: Density): CSSProperties {
  // React's CSSProperties know no custom properties.
  return { "--card-height": `${cardHeights[density]}rem` } as CSSProperties;
}

/** Distance from one card to the next in px; follows the font size that the reader chose. */
export function useStride(density: Density): number {
  const [rem, setRem] = useState(16);
  useLayoutEffect(() => {
    setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  }, []);
  return rem * (cardHeights[density] + gap);
}
