"use client";

import { type FocusEvent, useEffect, useRef } from "react";

/**
 * Rows go away when they are answered, here or by somebody else: whoever was in one goes on in the
 * row that takes its place, and at the head of the content after the last one.
 */
export function useKeptFocus(ids: readonly string[]) {
  const list = useRef<HTMLUListElement>(null);
  /** The row that has the focus, or had it when it went away. */
  const place = useRef<number | null>(null);
  const shown = ids.join();

  useEffect(() => {
    const rows = list.current?.children;
    if (!rows || place.current === null || !isFocusLost()) return;
    const row = shown === "" ? undefined : rows[Math.min(place.current, rows.length - 1)];
    const next = row?.querySelector("button") ?? document.getElementById("content");
    next?.focus({ preventScroll: true });
  }, [shown]);

  return {
    ref: list,
    onFocus({ target, currentTarget }: FocusEvent<HTMLUListElement>) {
      place.current = [...currentTarget.children].findIndex((row) => row.contains(target));
    },
    onBlur({ relatedTarget }: FocusEvent<HTMLUListElement>) {
      // A question about a row is no leaving of it; a row that goes away leaves to nothing.
      if (relatedTarget && !relatedTarget.closest("[data-layer]")) place.current = null;
    },
  };
}

function isFocusLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}
