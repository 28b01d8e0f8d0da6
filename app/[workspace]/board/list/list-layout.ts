"use client";

import { useLayoutEffect, useState } from "react";
import { useMediaQuery } from "@/app/_ui/use-media-query";
import type { Grouping } from "@/domain/board-query";
import type { ListRow } from "./list-rows";

/** In rem. Fingers need 2.75; a row of two lines has them anyhow. */
const heights = { head: 2.75, wide: 2.5, coarse: 2.75, narrow: 3.75 };

/** How the list fits: rows of two lines where it is narrow, and all heights in px. */
export function useListLayout(hasPanel: boolean) {
  const [rem, setRem] = useState(16);
  useLayoutEffect(() => {
    setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  }, []);
  // In one line, names would be cut down to nothing.
  const isSlim = useMediaQuery("(width < 54rem)");
  // Beside the panel, which lies over the list on anything smaller.
  const isSqueezed = useMediaQuery("(64rem <= width < 75rem)");
  const isCoarse = useMediaQuery("(pointer: coarse)");
  const isNarrow = isSlim || (hasPanel && isSqueezed);
  const oneLine = isCoarse ? heights.coarse : heights.wide;
  const rowHeight = rem * (isNarrow ? heights.narrow : oneLine);
  const headHeight = rem * heights.head;
  return {
    isNarrow,
    headHeight,
    rowHeight,
    heightOf: (row: ListRow | undefined) => (row?.kind === "head" ? headHeight : rowHeight),
  };
}

/**
 * The cells of a wide row, by the width of the list: with owners' names, then with steps' words.
 * By stage the head of the group says the stage, and no cell.
 */
export function cellGrid(group: Grouping): string {
  return group === "stage" ? cellsWithoutStage : cellsWithStage;
}

const cellsWithoutStage =
  "grid grid-cols-[minmax(0,1fr)_1.5rem_7rem_6rem_1rem] items-center gap-x-4 @4xl:grid-cols-[minmax(0,1fr)_1.5rem_8rem_6.5rem_1rem_8rem] @6xl:grid-cols-[minmax(0,1fr)_10rem_9rem_6.5rem_minmax(0,13rem)_8rem]";
const cellsWithStage =
  "grid grid-cols-[minmax(0,1fr)_7.5rem_1.5rem_7rem_6rem_1rem] items-center gap-x-4 @4xl:grid-cols-[minmax(0,1fr)_8rem_1.5rem_7.5rem_6.5rem_1rem_7rem] @6xl:grid-cols-[minmax(0,1fr)_9rem_9rem_8.5rem_6.5rem_minmax(0,9rem)_8rem] @7xl:grid-cols-[minmax(0,1fr)_9rem_9rem_8.5rem_6.5rem_minmax(0,13rem)_8rem]";
