"use client";

import { createContext, useContext } from "react";

/** How what a row holds reads. */
export type ListWords = {
  /** A moment that all times are told from. */
  now: Date;
  memberName(id: string | null): string | undefined;
  roleName(code: string): string;
  className(code: string): string;
  sourceName(code: string | null): string;
};

export const ListContext = createContext<ListWords | null>(null);

/** @throws outside of the list */
export function useListWords(): ListWords {
  const value = useContext(ListContext);
  if (!value) throw new Error("useListWords needs the list above it.");
  return value;
}
