"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * One function for the life of a component that always runs the newest closure. For handlers that
 * are handed to memoized parts, timers and subscriptions; never call it while rendering.
 */
export function useEventCallback<Args extends unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(callback);
  useLayoutEffect(() => {
    newest.current = callback;
  });
  return useCallback((...args) => newest.current(...args), []);
}
