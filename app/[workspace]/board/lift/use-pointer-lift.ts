"use client";

import { type PointerEvent, type RefObject, useEffect, useRef, type WheelEvent } from "react";
import { painted } from "@/app/_late/painted";
import { zoneAt } from "../closing/zone-at";
import { listPadding } from "../column/column-layout";
import { type ColumnRegistry, cardElement } from "../column/column-registry";
import type { Flight, Place } from "../flight/flight";
import { useEventCallback } from "../use-event-callback";
import { handTilt } from "./hand";
import { followPress, type Point } from "./press";
import { indexAt, type Slot, scrollSpeed } from "./slot";
import type { LiftControl } from "./use-lift";

/** A card this far outside of the board is put back when it is dropped, px. */
const reach = 80;

type Options = {
  control: LiftControl;
  registry: ColumnRegistry;
  /** The box that scrolls sideways. */
  boardBox: RefObject<HTMLElement | null>;
  stride: number;
  /** Loaded cards of a column, without the one in hand. */
  countIn: (column: string) => number;
  /** Whether the card in hand, dropped into a column, gets the very place of its slot. */
  landsInSlot: () => boolean;
  launch: (flight: Flight) => void;
};

/** Carries cards with mouse, finger or pen. */
export function usePointerLift(options: Options) {
  const { control, registry, boardBox, stride, countIn, landsInSlot, launch } = options;
  const hand = useRef<HTMLDivElement>(null);
  const carry = useRef<Carry | null>(null);
  const stopPress = useRef<(() => void) | null>(null);

  function start(id: string, down: Point) {
    const element = cardElement(id);
    if (!element || !control.take(id, "pointer")) return;
    const { left, top, width } = element.getBoundingClientRect();
    const grip = { x: down.x - left, y: down.y - top };
    const hadFocus = element.contains(document.activeElement);
    carry.current = { pointer: down, grip, width, hadFocus, time: performance.now(), frame: 0 };
    // An element that goes or moves with the focus in it costs the frame of the drop a style and a
    // layout of their own.
    if (hadFocus) document.querySelector<HTMLElement>(":focus")?.blur();
    carry.current.frame = requestAnimationFrame(step);
    navigator.vibrate?.(8);
  }

  /** Once a frame: the hand follows, what is at an edge scrolls, the slot is where the hand is. */
  const step = useEventCallback((time: number) => {
    const held = carry.current;
    if (!held) return;
    const { pointer, grip } = held;
    const seconds = Math.min(0.05, (time - held.time) / 1000);
    held.time = time;
    scrollAtEdges(pointer, seconds);
    control.hover(slotUnder(pointer, pointer.y - grip.y));
    if (hand.current) {
      hand.current.style.width = `${held.width}px`;
      hand.current.style.transform = `translate(${pointer.x - grip.x}px, ${pointer.y - grip.y}px)`;
    }
    held.frame = requestAnimationFrame(step);
  });

  function scrollAtEdges({ x, y }: Point, seconds: number) {
    const board = boardBox.current;
    if (!board) return;
    const box = board.getBoundingClientRect();
    board.scrollLeft += scrollSpeed(x, box.left, box.right) * seconds;
    const column = columnAt(registry, x)?.scroller;
    if (!column) return;
    const { top, bottom } = column.getBoundingClientRect();
    column.scrollTop += scrollSpeed(y, top, bottom) * seconds;
  }

  function slotUnder({ x, y }: Point, handTop: number): Slot | null {
    const zone = zoneAt({ x, y });
    if (zone !== null) return { column: zone, index: 0, isZone: true };
    const box = boardBox.current?.getBoundingClientRect();
    const under = columnAt(registry, x);
    if (!box || !under) return null;
    if (y < box.top - reach || y > box.bottom + reach) return null;
    const { scroller, column } = under;
    const first = scroller.getBoundingClientRect().top + listPadding - scroller.scrollTop;
    return { column, index: indexAt(handTop - first, stride, countIn(column)) };
  }

  /** Where a card in a slot will be on the screen; undefined where nothing tells. */
  function placeOf(slot: Slot | null | undefined): Place | undefined {
    if (!slot || slot.isZone) return undefined;
    const scroller = registry.get(slot.column)?.scroller;
    const row = scroller?.querySelector("li")?.getBoundingClientRect();
    if (!scroller || !row) return undefined;
    const first = scroller.getBoundingClientRect().top + listPadding - scroller.scrollTop;
    return { left: row.left, top: first + slot.index * stride, width: row.width };
  }

  const letGo = useEventCallback((end: "drop" | "cancel") => {
    const held = carry.current;
    const lift = control.current();
    carry.current = null;
    if (!held || !lift) return;
    cancelAnimationFrame(held.frame);
    const from = { left: held.pointer.x - held.grip.x, top: held.pointer.y - held.grip.y };
    // No frame may have passed since the last move.
    if (end === "drop") control.hover(slotUnder(held.pointer, from.top));
    const to = end === "drop" && landsInSlot() ? placeOf(control.current()?.over) : undefined;
    launch({ card: lift.card, from, to, tilt: handTilt, mover: undefined });
    if (end === "drop") control.put();
    else control.cancel();
    if (held.hadFocus) void giveFocusBack(lift.card.id);
  });

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const id = pressedCard(event);
    if (id === null || control.current()) return;
    const down = { x: event.clientX, y: event.clientY };
    stopPress.current = followPress(event.nativeEvent, {
      lift: () => start(id, down),
      move: (point) => {
        if (carry.current) carry.current.pointer = point;
      },
      drop: () => letGo("drop"),
      cancel: () => letGo("cancel"),
    });
  }

  function onWheel({ clientX, deltaX, deltaY }: WheelEvent) {
    if (boardBox.current) boardBox.current.scrollLeft += deltaX;
    const column = columnAt(registry, clientX)?.scroller;
    if (column) column.scrollTop += deltaY;
  }

  useEffect(() => {
    const box = boardBox.current;
    // A carried card must not scroll the page; the browser only asks listeners that were there
    // before the finger.
    const keepStill = (event: TouchEvent) => {
      if (carry.current && event.cancelable) event.preventDefault();
    };
    box?.addEventListener("touchmove", keepStill, { passive: false });
    return () => {
      box?.removeEventListener("touchmove", keepStill);
      stopPress.current?.();
    };
  }, [boardBox]);

  return { hand, onPointerDown, onWheel };
}

type Carry = {
  pointer: Point;
  /** Where in the card it was taken. */
  readonly grip: Point;
  readonly width: number;
  readonly hadFocus: boolean;
  time: number;
  frame: number;
};

/** Once the card is at its place, and nothing else has taken the focus. */
async function giveFocusBack(id: string): Promise<void> {
  await painted();
  if (document.activeElement !== document.body) return;
  cardElement(id)?.querySelector("a")?.focus({ preventScroll: true });
}

function pressedCard({ target, button, isPrimary }: PointerEvent<HTMLElement>): string | null {
  if (button !== 0 || !isPrimary || !(target instanceof Element)) return null;
  if (target.closest("button, [data-layer]")) return null;
  return target.closest<HTMLElement>("[data-card]")?.dataset.card ?? null;
}

/** The column under a point, else the nearest: between two columns is no place. */
function columnAt(registry: ColumnRegistry, x: number) {
  let nearest: { column: string; scroller: HTMLElement } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [column, { scroller }] of registry) {
    const { left, right } = scroller.getBoundingClientRect();
    const distance = Math.max(left - x, x - right, 0);
    if (distance >= least) continue;
    least = distance;
    nearest = { column, scroller };
  }
  return nearest;
}
