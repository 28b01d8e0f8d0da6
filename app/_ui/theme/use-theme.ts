"use client";

import { useCallback, useSyncExternalStore } from "react";
import { setTheme } from "./actions";
import { isTheme, type Theme } from "./theme";

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function readPage(): Theme {
  const theme = document.documentElement.dataset.theme;
  return isTheme(theme) ? theme : "system";
}

/** The page's theme and its setter: the page changes at once, the cookie follows. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, readPage, () => "system" as const);
  const change = useCallback((next: Theme) => {
    document.documentElement.dataset.theme = next;
    // Offline the page still changes; only the memory of it fails, which the error log should know.
    setTheme(next).catch(reportError);
  }, []);
  return [theme, change];
}
