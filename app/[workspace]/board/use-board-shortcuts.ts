"use client";

import { useEffect } from "react";
import { isPlainPress } from "../plain-key";
import { useEventCallback } from "./use-event-callback";

/** Single letters work only where nobody is typing and nothing floats above the board. */
export function useBoardShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const press = useEventCallback((event: KeyboardEvent) => {
    const run = shortcuts[event.key.toLowerCase()];
    if (!run || !isPlainPress(event)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [press]);
}
