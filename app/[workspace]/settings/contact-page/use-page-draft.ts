"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { ContactPageSettings } from "@/domain/contact-page-settings-input";
import { type ChangePage, draftOf, type PageDraft } from "./page-draft";

/**
 * The page as it is being decided. What was changed here lies over what others have saved
 * meanwhile: nothing typed is lost by it.
 */
export function usePageDraft(page: ContactPageSettings) {
  const saved = draftOf(page);
  const [changes, setChanges] = useState<Partial<PageDraft>>({});
  const draft = { ...saved, ...changes };
  // For what is taken back later: by then the page may be another one.
  const latest = useRef(draft);
  useLayoutEffect(() => {
    latest.current = draft;
  });

  const change: ChangePage = (part) => {
    const changed = typeof part === "function" ? part(latest.current) : part;
    setChanges((before) => ({ ...before, ...changed }));
  };

  /** What was typed while this was being saved stays. */
  function settle(sent: Partial<PageDraft>) {
    const kept = new Map<string, unknown>(Object.entries(sent));
    setChanges((now) =>
      Object.fromEntries(Object.entries(now).filter(([name, value]) => kept.get(name) !== value)),
    );
  }

  return {
    draft,
    changes,
    dirty: JSON.stringify(draft) !== JSON.stringify(saved),
    change,
    settle,
    discard: () => setChanges({}),
  };
}
