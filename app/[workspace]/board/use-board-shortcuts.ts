"use client";

import { useEffect } from "react";
import { useEventCallback } from "./use-event-callback";

/** Single letters work only where nobody is typing and nothing floats above the board. */
export function useBoardShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const press = useEventCallback((event: KeyboardEvent) => {
    const run = shortcuts[event.key.toLowerCase()];
    if (!run || event.defaultPrevented || event.repeat) return;
    if (event.altKey || event.ctrlKey || event.metaKey || isBusy(event.target)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [press]);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("[data-layer]")) return true;
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [data-panel]") !== null
  );
}
