"use client";

import { type KeyboardEvent, useLayoutEffect, useState } from "react";
import type { PartyRow } from "./rows";
import type { RowSelection } from "./use-row-selection";

type Options = {
  rows: readonly PartyRow[];
  selection: RowSelection;
  /** How many rows a screen holds. */
  screen: number;
  /** Scrolls so that a row can be seen, and draws it. */
  reveal: (index: number) => void;
};

/**
 * The list without a pointer: up and down go from row to row, Home and End to the first and the
 * last that was read, X selects, with shift also on the way, ⌘A or Ctrl+A all. Enter follows the link.
 */
export function useRowKeys({ rows, selection, screen, reveal }: Options) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);

  // After every rendering: a row that was reached by keys may only now be drawn.
  useLayoutEffect(() => {
    if (wanted === null) return;
    const link = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted)}"]`);
    if (!link) return;
    link.focus({ preventScroll: true });
    setWanted(null);
  });

  function goTo(index: number, isExtending: boolean) {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    reveal(rows.indexOf(row));
    setActiveId(row.id);
    setWanted(row.id);
    if (isExtending) selection.extendTo(row.id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key.toLowerCase() === "a" && (event.metaKey || event.ctrlKey) && !event.altKey) {
      event.preventDefault();
      return selection.selectAll();
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const id = rowOf(event.target);
    const index = rows.findIndex((row) => row.id === id);
    if (id === null || index === -1) return;
    if (event.key.toLowerCase() === "x") {
      event.preventDefault();
      return event.shiftKey ? selection.extendTo(id) : selection.toggle(id);
    }
    const next = placeAfter(event.key, index, rows.length, screen);
    if (next === null) return;
    event.preventDefault();
    goTo(next, event.shiftKey && event.key.startsWith("Arrow"));
  }

  return {
    activeId,
    onKeyDown,
    onFocus: ({ target }: { target: EventTarget }) => {
      const id = rowOf(target);
      if (id !== null) setActiveId(id);
    },
  };
}

function placeAfter(key: string, index: number, count: number, screen: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + screen,
    PageUp: index - screen,
    Home: 0,
    End: count - 1,
  };
  return places[key] ?? null;
}

function rowOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>("[data-party]")?.dataset.party ?? null;
}
