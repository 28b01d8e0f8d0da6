"use client";

import { type KeyboardEvent, useLayoutEffect, useState } from "react";
import { headKey, type ListRows, rowBeside } from "./list-rows";

type Options = {
  rows: ListRows;
  collapsed: ReadonlySet<string>;
  toggle: (columnKey: string) => void;
  /** Scrolls so that a row can be seen, and draws it. */
  reveal: (index: number) => void;
};

/**
 * The list without a pointer: up and down go from row to row over heads and cards, left closes a
 * group and right opens it. Enter follows a row's link or presses a head.
 */
export function useListKeys({ rows, collapsed, toggle, reveal }: Options) {
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
      const key = rowOf(target);
      if (key !== null) setActiveKey(key);
    },
  };
}

function rowOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset.row ?? null) : null;
}
