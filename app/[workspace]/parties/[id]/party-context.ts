"use client";

import type { inferOutput } from "@trpc/tanstack-react-query";
import { createContext, useContext } from "react";
import type { useTRPC } from "@/app/_trpc/use-trpc";

/** A party and all that is kept of it, as the server answered it. */
export type Opened = inferOutput<ReturnType<typeof useTRPC>["party"]["byId"]>;

type PartyContextValue = {
  opened: Opened;
  /** A moment that all times on the page are told from. */
  now: Date;
  /** The day it is in the workspace, "2026-03-31". */
  today: string;
  memberName(id: string | null): string | null;
};

export const PartyContext = createContext<PartyContextValue | null>(null);

/** The party that the page is about. @throws outside of its page */
export function useOpened(): PartyContextValue {
  const value = useContext(PartyContext);
  if (!value) throw new Error("useOpened needs a page of a party above it.");
  return value;
}

/** Whether a half-open period of days holds on a day or begins later. */
export function isOver(valid: { until: string | null }, today: string): boolean {
  return valid.until !== null && valid.until <= today;
}
