"use client";

import { useState } from "react";
import { type ColumnKey, columnsCookie, writeColumns } from "./columns";

const year = 60 * 60 * 24 * 365;

/** The columns that are shown here, and how to change them: at once, and for the next visit. */
export function useColumns(initial: readonly ColumnKey[], slug: string) {
  const [columns, setColumns] = useState(initial);
  function change(next: readonly ColumnKey[]) {
    setColumns(next);
    // biome-ignore lint/suspicious/noDocumentCookie: a server action would read the whole list anew, and the Cookie Store API is missing in browsers that are still in use.
    document.cookie = `${columnsCookie}=${writeColumns(next)}; path=/${slug}/parties; max-age=${year}; samesite=lax`;
  }
  return [columns, change] as const;
}
