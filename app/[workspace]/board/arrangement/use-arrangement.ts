"use client";

import { useState } from "react";
import { useEventCallback } from "../use-event-callback";
import { type Arrangement, arrangementCookie, writeArrangement } from "./arrangement";

const year = 60 * 60 * 24 * 365;

/** How the columns are arranged here, and how to change it: at once, and for the next visit. */
export function useArrangement(
  initial: Arrangement,
  slug: string,
): [Arrangement, (part: Partial<Arrangement>) => void] {
  const [arrangement, setArrangement] = useState(initial);
  const change = useEventCallback((part: Partial<Arrangement>) => {
    const next = { ...arrangement, ...part };
    setArrangement(next);
    const value = encodeURIComponent(writeArrangement(next));
    // biome-ignore lint/suspicious/noDocumentCookie: a server action would read the whole board anew, and the Cookie Store API is missing in browsers that are still in use.
    document.cookie = `${arrangementCookie}=${value}; path=/${slug}/board; max-age=${year}; samesite=lax`;
  });
  return [arrangement, change];
}
