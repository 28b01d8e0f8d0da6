"use client";

import { type RefObject, useRef, useState } from "react";

/** Props for the element that opens a popup; spread them on a `Button` or `IconButton`. */
export type TriggerProps = {
  ref: RefObject<HTMLButtonElement | null>;
  "aria-haspopup": "menu" | "dialog";
  "aria-expanded": boolean;
  "data-popup-open": "" | undefined;
  onClick: () => void;
  onPointerEnter: () => void;
  onFocus: () => void;
};

/** An opened popup, for the part of it that is loaded on demand. */
export type PopupState = {
  /** What it stands beside, and what gets the focus back. */
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/**
 * State of a popup whose code is fetched when a person is about to need it: hovering, focusing or
 * pressing its trigger. Base UI's popups weigh 40 to 60 kB, more than a page may spend on what is
 * closed. `mounted` turns true at the first opening and stays, so that closing can be animated.
 */
export function useDeferredPopup(kind: "menu" | "dialog", preload: () => unknown) {
  const [open, setOpen] = useState(false);
  const [mounted, setMounted] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);

  function change(next: boolean) {
    if (next) setMounted(true);
    setOpen(next);
  }

  const trigger: TriggerProps = {
    ref: anchor,
    "aria-haspopup": kind,
    "aria-expanded": open,
    "data-popup-open": open ? "" : undefined,
    onClick: () => change(!open),
    onPointerEnter: preload,
    onFocus: preload,
  };
  const state: PopupState = { anchor, open, onOpenChange: change };
  return { state, mounted, trigger };
}
