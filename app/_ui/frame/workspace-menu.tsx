"use client";

import { useTranslations } from "next-intl";
import { deferred } from "@/app/_late/deferred";
import { initials } from "../initials";
import { DeferredMenu } from "../popup/deferred-menu";
import type { FrameWorkspace } from "./types";

const [WorkspaceSwitcher, preload] = deferred(
  async () => (await import("./workspace-switcher")).WorkspaceSwitcher,
);

/** The workspace's mark on top of the rail; opens the switcher. */
export function WorkspaceMenu({ workspace }: { workspace: FrameWorkspace }) {
  const t = useTranslations("frame.workspace");
  const label = t("menu", { name: workspace.name });
  return (
    <DeferredMenu
      preload={preload}
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
    >
      {(popup) => <WorkspaceSwitcher popup={popup} label={label} workspace={workspace} />}
    </DeferredMenu>
  );
}
