"use client";

import { useEffect, useRef, useState } from "react";
import { currentToasts, subscribeToasts } from "@/app/_ui/toast/toast-store";
import { useEventCallback } from "./use-event-callback";

/** How long a deletion can be taken back, ms. */
export const undoTime = 6_000;

type Options = {
  /** Removes it for good. */
  commit: (id: string) => Promise<void>;
  onFailed: (id: string, error: unknown) => void;
  /** Shows the toast that brings it back; returns the toast's id. */
  offerUndo: (id: string, undo: () => void) => string;
};

/**
 * Deletions that wait while their undo toast is on the screen: it stays longer under the mouse, and
 * whoever still sees "undo" can still undo. Whoever leaves the page has decided.
 */
export function useDeletions(options: Options) {
  const [hiddenIds, setHiddenIds] = useState<ReadonlySet<string>>(new Set());
  /** Opportunity id by toast id. */
  const waiting = useRef(new Map<string, string>());
  const { commit, onFailed, offerUndo } = options;

  const finish = useEventCallback((toastId: string, id: string) => {
    waiting.current.delete(toastId);
    commit(id)
      .catch((error: unknown) => onFailed(id, error))
      .finally(() => show(id));
  });

  function show(id: string) {
    setHiddenIds((hidden) => new Set([...hidden].filter((one) => one !== id)));
  }

  useEffect(() => {
    const finishAll = () => {
      for (const [toastId, id] of waiting.current) finish(toastId, id);
    };
    const leave = subscribeToasts(() => {
      const shown = new Set(currentToasts().map((toast) => toast.id));
      for (const [toastId, id] of waiting.current) if (!shown.has(toastId)) finish(toastId, id);
    });
    window.addEventListener("pagehide", finishAll);
    return () => {
      leave();
      window.removeEventListener("pagehide", finishAll);
      finishAll();
    };
  }, [finish]);

  const remove = useEventCallback((id: string) => {
    setHiddenIds((hidden) => new Set(hidden).add(id));
    const toastId = offerUndo(id, () => {
      waiting.current.delete(toastId);
      show(id);
    });
    waiting.current.set(toastId, id);
  });

  return { hiddenIds, remove };
}
