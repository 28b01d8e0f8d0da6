"use client";

import { useTranslations } from "next-intl";
import { initials } from "../initials";
import { Menu } from "../popup/menu";
import type { FrameWorkspace } from "./types";
import { workspaceEntries } from "./workspace-entries";

/** The workspace's mark on top of the rail; opens the switcher. */
export function WorkspaceMenu({ workspace }: { workspace: FrameWorkspace }) {
  const t = useTranslations("frame.workspace");
  const label = t("menu", { name: workspace.name });
  return (
    <Menu
      label={label}
      side="right"
      entries={workspaceEntries(workspace, t("switch"))}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          aria-label={label}
          data-tooltip={workspace.name}
          data-tooltip-side="right"
          className="grid size-9 shrink-0 select-none place-items-center rounded-8 bg-accent font-semibold text-13 text-on-accent transition-colors hover:bg-accent-hover pointer-coarse:size-11"
        >
          {initials(workspace.name)}
        </button>
      )}
    />
  );
}
