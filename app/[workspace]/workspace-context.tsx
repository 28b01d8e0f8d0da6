"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Membership } from "@/domain/session";

const WorkspaceContext = createContext<Membership | null>(null);

/** Gives the pages of a workspace who is at work in which one. */
export function WorkspaceProvider(props: { membership: Membership; children: ReactNode }) {
  return <WorkspaceContext value={props.membership}>{props.children}</WorkspaceContext>;
}

/**
 * The workspace of the page and the reader's place in it: ids, slug, name, access role, currency
 * (ISO 4217), time zone (IANA) and accent hue (0–360).
 * @throws outside of a workspace's pages
 */
export function useWorkspace(): Membership {
  const membership = useContext(WorkspaceContext);
  if (!membership) throw new Error("useWorkspace needs a WorkspaceProvider above it.");
  return membership;
}
