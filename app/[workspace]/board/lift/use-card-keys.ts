"use client";

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { columnOf, type VisibleBoard } from "@/domain/board-visible";
import { type ColumnRegistry, cardElement } from "../column/column-registry";
import { type Arrow, isArrow, slotBeside, without } from "./slot";
import type { LiftControl } from "./use-lift";

type Options = {
  board: VisibleBoard;
  control: LiftControl;
  registry: ColumnRegistry;
  /** A card is to be selected, or no longer. */
  onSelect: (id: string) => void;
};

/**
 * The board without a pointer: arrows go from card to card, Space lifts one, arrows carry it, Space
 * or Enter drops it, Esc puts it back. Enter on a resting card follows its link.
 */
export function useCardKeys({ board, control, registry, onSelect }: Options) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const isMoving = useRef(false);

  // After every rendering: a card that was dropped or reached by keys may only now be drawn.
  useLayoutEffect(() => {
    if (wanted === null) return;
    const card = board.cardOf(wanted);
    const column = card && columnOf(board, card);
    if (column) registry.get(column.key)?.reveal(column.ids.indexOf(card.id));
    const link = cardElement(wanted)?.querySelector("a");
    if (card && !link) return;
    isMoving.current = true;
    link?.focus({ preventScroll: true });
    link?.closest("[data-stage]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    isMoving.current = false;
    setWanted(null);
  }, [wanted, board, registry]);

  function focusCard(id: string) {
    setActiveId(id);
    setWanted(id);
  }

  function carry(key: string): boolean {
    const lift = control.current();
    if (lift?.by !== "keys") return false;
    const { id } = lift.card;
    if (key === " " || key === "Enter") {
      control.put();
      focusCard(id);
      return true;
    }
    if (key === "Escape") {
      control.cancel();
      focusCard(id);
      return true;
    }
    if (!isArrow(key)) return key === "Tab";
    const columns = board.columns.map((one) => ({ key: one.key, ids: without(one.ids, id) }));
    const slot = slotBeside(lift.over ?? lift.from, key, columns);
    control.hover(slot);
    registry.get(slot.column)?.reveal(slot.index);
    revealColumn(registry, slot.column);
    return true;
  }

  function go(from: string, key: string): boolean {
    const next = isArrow(key) ? cardBeside(board, from, key) : cardAtEnd(board, from, key);
    if (next !== null) focusCard(next);
    return isArrow(key) || next !== null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const id = focusedCard(event.target);
    if (id === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.toLowerCase() === "x" && !control.current()) {
      event.preventDefault();
      onSelect(id);
      return;
    }
    const lifts = event.key === " " && !control.current();
    const handled = lifts ? control.take(id, "keys") : carry(event.key) || go(id, event.key);
    // Space would scroll, also where a card may not be lifted.
    if (!handled && !lifts) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    activeId,
    focusCard,
    onKeyDown,
    onFocus: ({ target }: { target: EventTarget }) => {
      const id = cardOf(target);
      if (id !== null) setActiveId(id);
    },
    /** Whoever goes on elsewhere has put the card back. */
    onBlur: () => {
      if (!isMoving.current && control.current()?.by === "keys") control.cancel();
    },
  };
}

function cardOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>("[data-card]")?.dataset.card ?? null;
}

/** The card whose link has the focus: keys on its menu button belong to the menu. */
function focusedCard(target: EventTarget): string | null {
  return target instanceof HTMLAnchorElement ? cardOf(target) : null;
}

function revealColumn(registry: ColumnRegistry, key: string): void {
  const column = registry.get(key)?.scroller.closest("[data-stage]");
  column?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function cardBeside(board: VisibleBoard, id: string, arrow: Arrow): string | null {
  const columns = board.columns.filter(({ ids }) => ids.length > 0);
  const at = columns.findIndex(({ ids }) => ids.includes(id));
  const column = columns[at];
  if (!column) return null;
  const index = column.ids.indexOf(id);
  if (arrow === "ArrowUp") return column.ids[index - 1] ?? null;
  if (arrow === "ArrowDown") return column.ids[index + 1] ?? null;
  const next = columns[arrow === "ArrowLeft" ? at - 1 : at + 1];
  return next?.ids[Math.min(index, next.ids.length - 1)] ?? null;
}

function cardAtEnd(board: VisibleBoard, id: string, key: string): string | null {
  const ids = board.columns.find((column) => column.ids.includes(id))?.ids;
  if (key === "Home") return ids?.[0] ?? null;
  return key === "End" ? (ids?.at(-1) ?? null) : null;
}
