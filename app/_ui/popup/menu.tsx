"use client";

import type { Route } from "next";
import type { ReactElement, ReactNode } from "react";
import { deferred } from "@/app/_late/deferred";
import { DeferredMenu } from "./deferred-menu";
import type { TriggerProps } from "./use-deferred-popup";

type MenuAction = {
  kind?: "action";
  label: string;
  icon?: ReactNode;
  /** A quieter second line. */
  detail?: string | undefined;
  /** Shown at the right, e.g. `E`. */
  shortcut?: string | undefined;
  onSelect: () => void;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
};

type MenuLink = {
  kind: "link";
  label: string;
  icon?: ReactNode;
  detail?: string | undefined;
  href: Route;
  current?: boolean | undefined;
};

/** One of several, e.g. a stage, an owner, a language. */
export type MenuChoice = {
  kind: "choice";
  label: string;
  options: readonly { value: string; label: string; icon?: ReactNode }[];
  value: string | null;
  onChoose: (value: string) => void;
};

/** One that is on or off by itself; the menu stays open for the next. */
type MenuCheck = {
  kind: "check";
  label: string;
  icon?: ReactNode;
  checked: boolean;
  onCheck: (checked: boolean) => void;
};

export type MenuEntry =
  | MenuAction
  | MenuLink
  | MenuChoice
  | MenuCheck
  | { kind: "separator" }
  | { kind: "heading"; label: string };

type MenuProps = {
  /** Names the menu for screen readers. */
  label: string;
  entries: readonly MenuEntry[];
  /** Draws what opens it: `(props) => <IconButton {...props} label="…" icon={…} />`. */
  trigger: (props: TriggerProps) => ReactElement;
  side?: "bottom" | "top" | "right" | "left" | undefined;
  align?: "start" | "center" | "end" | undefined;
};

const [MenuPopup, preload] = deferred(async () => (await import("./menu-popup")).MenuPopup);

/** A menu of actions, links and choices behind a button; its code comes when it is wanted. */
export function Menu({ label, entries, trigger, side, align }: MenuProps) {
  return (
    <DeferredMenu preload={preload} trigger={trigger}>
      {(popup) => (
        <MenuPopup popup={popup} label={label} entries={entries} side={side} align={align} />
      )}
    </DeferredMenu>
  );
}
