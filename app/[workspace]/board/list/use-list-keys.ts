"use client";

import { type KeyboardEvent, useLayoutEffect, useState } from "react";
import { headKey, type ListRows, rowBeside } from "./list-rows";

type Options = {
  rows: ListRows;
  collapsed: ReadonlySet<string>;
  toggle: (columnKey: string) => void;
  /** A card is to be selected, or no longer. */
  onSelect: (id: string) => void;
  /** Scrolls so that a row can be seen, and draws it. */
  reveal: (index: number) => void;
};

/**
 * The list without a pointer: up and down go from row to row over heads and cards, left closes a
 * group and right opens it, X selects. Enter follows a row's link or presses a head.
 */
export function useListKeys({ rows, collapsed, toggle, onSelect, reveal }: Options) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);

  // After every rendering: a row that was reached by keys may only now be drawn.
  useLayoutEffect(() => {
    if (wanted === null) return;
    const element = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted)}"]`);
    if (!element && rows.indexOf(wanted) !== -1) return;
    element?.focus({ preventScroll: true });
    setWanted(null);
  });

  function focusRow(key: string) {
    setActiveKey(key);
    setWanted(key);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const from = rowOf(event.target);
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows.at(rows.indexOf(from));
    if (!row) return;
    if (event.key.toLowerCase() === "x" && row.kind === "card") {
      event.preventDefault();
      return onSelect(row.key);
    }
    const isClosed = collapsed.has(row.column.key);
    if (event.key === (isClosed ? "ArrowRight" : "ArrowLeft")) {
      toggle(row.column.key);
      focusRow(headKey(row.column.key));
      event.preventDefault();
      return;
    }
    const next = rowBeside(rows, from, event.key);
    if (next === null) return;
    reveal(rows.indexOf(next));
    focusRow(next);
    event.preventDefault();
  }

  return {
    activeKey,
    focusRow,
    onKeyDown,
    onFocus: ({ target }: { target: EventTarget }) => {
      // Also by its menu: a row that has the focus stays drawn when its card is moved far away.
      const key = rowOf(target) ?? cardOf(target);
      if (key !== null) setActiveKey(key);
    },
  };
}

function rowOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset.row ?? null) : null;
}

function cardOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>("[data-card]")?.dataset.card ?? null;
}
