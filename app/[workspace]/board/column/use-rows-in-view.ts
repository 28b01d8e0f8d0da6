"use client";

import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { listPadding } from "./column-layout";

/** Rows of a column by index, both ends included, and one of them that surely can be seen. */
export type RowsInView = { readonly first: number; readonly last: number; readonly seen: number };

/**
 * Rows come and go so many at a time: while a column scrolls, most frames change nothing in the page
 * then, and one that does costs hardly more than one row would.
 */
const step = 2;
/** The one that Tab leads to changes less often, because two cards are drawn anew for it. */
const seenStep = 4;

/** What a server can only guess: enough rows for a tall screen, px. */
const assumedHeight = 1000;

/**
 * Which rows a column shows at its place of scrolling, in whole steps. Rows are equally high, so
 * this is division: a library for rows of any height would be a twentieth of all the code of the
 * board.
 */
export function useRowsInView(scroller: RefObject<HTMLElement | null>, stride: number) {
  const [rows, setRows] = useState(() => rowsAt(0, assumedHeight, stride));

  const look = useCallback(() => {
    const box = scroller.current;
    // A column in a page that is not laid out shows nothing, and will be looked at again.
    if (!box || box.clientHeight === 0) return;
    const next = rowsAt(box.scrollTop, box.clientHeight, stride);
    setRows((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, [scroller, stride]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [scroller, look]);

  /** Scrolls as little as needed to show a row whole. */
  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current;
      if (!box) return;
      const top = index * stride;
      const bottom = top + stride + 2 * listPadding;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
      look();
    },
    [scroller, stride, look],
  );

  return { rows, reveal };
}

function rowsAt(scrollTop: number, height: number, stride: number): RowsInView {
  const top = Math.max(0, Math.floor((scrollTop - listPadding) / stride));
  const end = Math.max(1, Math.ceil((scrollTop + height - listPadding) / stride));
  const first = top - (top % step);
  return {
    first,
    last: Math.ceil(end / step) * step - 1,
    seen: Math.min(Math.ceil(top / seenStep) * seenStep, end - 1),
  };
}
