"use client";

import { useEffect, useRef, useState } from "react";
import { Kbd } from "./kbd";
import { placeTooltip } from "./tooltip-place";

type Tip = { anchor: HTMLElement; text: string; shortcut: string | undefined };

const delay = 450;

/**
 * Shows the tooltip of whatever has `data-tooltip="text"` (and `data-tooltip-key`,
 * `data-tooltip-side="right"`) under the mouse or the keyboard's focus. One for the whole page,
 * so a board of a thousand cards costs nothing. It only repeats what the element is named:
 * accessible names and descriptions stay with the element.
 */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null);
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Browsers without popovers go without tooltips; every name is also in the markup.
    if (!("popover" in HTMLElement.prototype)) return;
    let timer = 0;
    function hide() {
      clearTimeout(timer);
      setTip(null);
    }
    function later(event: Event, wait: number) {
      clearTimeout(timer);
      const next = tipAt(event.target);
      if (!next) return setTip(null);
      timer = window.setTimeout(() => setTip(next), wait);
    }
    function hover(event: PointerEvent) {
      if (event.pointerType === "mouse") later(event, delay);
    }
    function focus(event: FocusEvent) {
      if (event.target instanceof Element && event.target.matches(":focus-visible"))
        later(event, 0);
    }
    function key(event: KeyboardEvent) {
      if (event.key === "Escape") hide();
    }
    const options = { capture: true, passive: true };
    document.addEventListener("pointerover", hover, options);
    document.addEventListener("pointerdown", hide, options);
    document.addEventListener("focusin", focus, options);
    document.addEventListener("focusout", hide, options);
    document.addEventListener("keydown", key, options);
    document.addEventListener("scroll", hide, options);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", hover, options);
      document.removeEventListener("pointerdown", hide, options);
      document.removeEventListener("focusin", focus, options);
      document.removeEventListener("focusout", hide, options);
      document.removeEventListener("keydown", key, options);
      document.removeEventListener("scroll", hide, options);
    };
  }, []);

  useEffect(() => {
    const element = bubble.current;
    if (!element || !tip) return;
    if (!element.matches(":popover-open")) element.showPopover();
    const side = tip.anchor.dataset.tooltipSide === "right" ? "right" : "top";
    const view = { width: window.innerWidth, height: window.innerHeight };
    const box = element.getBoundingClientRect();
    const place = placeTooltip(tip.anchor.getBoundingClientRect(), box, view, side);
    element.style.translate = `${Math.round(place.left)}px ${Math.round(place.top)}px`;
  }, [tip]);

  if (!tip) return null;
  return (
    <div
      ref={bubble}
      popover="manual"
      aria-hidden="true"
      className="pointer-events-none fixed inset-auto top-0 left-0 m-0 max-w-64 items-center gap-2 rounded-6 border-0 bg-text px-2 py-1 text-12 text-canvas shadow-float [&:popover-open]:flex"
    >
      {tip.text}
      {tip.shortcut && <Kbd>{tip.shortcut}</Kbd>}
    </div>
  );
}

function tipAt(target: EventTarget | null): Tip | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null;
  const text = anchor?.dataset.tooltip;
  if (!anchor || !text || anchor.getAttribute("aria-expanded") === "true") return null;
  return { anchor, text, shortcut: anchor.dataset.tooltipKey };
}
