"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * Calls `onEscape` for the Esc key unless something above wants it: an open menu, popover or
 * dialog (`data-layer`), or an edit in place (`data-keep-escape` around the focus).
 */
export function useEscape(enabled: boolean, onEscape: () => void): void {
  const call = useEffectEvent(onEscape);
  useEffect(() => {
    if (!enabled) return;
    function key(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector("[data-layer]")) return;
      if (event.target instanceof Element && event.target.closest("[data-keep-escape]")) return;
      event.preventDefault();
      call();
    }
    // While capturing: what is above has not closed itself yet and can still be seen.
    window.addEventListener("keydown", key, true);
    return () => window.removeEventListener("keydown", key, true);
  }, [enabled]);
}
