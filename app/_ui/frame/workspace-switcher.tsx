"use client";

import { useTranslations } from "next-intl";
import { MenuPopup } from "../popup/menu-popup";
import type { PopupState } from "../popup/use-deferred-popup";
import type { FrameWorkspace } from "./types";
import { workspaceEntries } from "./workspace-entries";

type WorkspaceSwitcherProps = { popup: PopupState; label: string; workspace: FrameWorkspace };

/** What the workspace's mark opens; loaded on demand. */
export function WorkspaceSwitcher({ popup, label, workspace }: WorkspaceSwitcherProps) {
  const t = useTranslations("frame.workspace");
  const entries = workspaceEntries(workspace, t("switch"));
  return <MenuPopup popup={popup} label={label} side="right" entries={entries} />;
}
