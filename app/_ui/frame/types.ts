import type { Route } from "next";
import type { ReactNode } from "react";

/** One place the navigation leads to. */
export type NavItem = {
  href: Route;
  /** Another part of the application that belongs to it. */
  also?: Route | undefined;
  /** Short: it stands under the icon on touch screens. */
  label: string;
  /** 20 px icon, rendered on the server. */
  icon: ReactNode;
  /** A count of what waits there; 0 shows nothing. */
  count?: number | undefined;
};

/** A workspace the member can switch to. */
type WorkspaceLink = { href: Route; name: string; current: boolean };

export type FrameWorkspace = {
  name: string;
  /** All workspaces of the member, the current one included. */
  links: readonly WorkspaceLink[];
};

export type FrameUser = {
  name: string;
  email?: string | undefined;
};
