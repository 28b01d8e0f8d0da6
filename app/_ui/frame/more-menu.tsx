"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { MenuPopup } from "../popup/menu-popup";
import type { PopupState } from "../popup/use-deferred-popup";
import { isAt } from "./is-at";
import type { FrameWorkspace, NavItem } from "./types";
import { useAccountEntries } from "./use-account-entries";
import { workspaceEntries } from "./workspace-entries";

type MoreMenuProps = {
  popup: PopupState;
  /** What found no place in the bar. */
  nav: readonly NavItem[];
  workspace: FrameWorkspace;
};

/** What "more" opens on phones; loaded on demand. */
export function MoreMenu({ popup, nav, workspace }: MoreMenuProps) {
  const t = useTranslations("frame");
  const pathname = usePathname();
  const account = useAccountEntries();
  const links = nav.map(({ href, also, label, icon }) => ({
    kind: "link" as const,
    href,
    label,
    icon,
    current: isAt(pathname, { href, also }),
  }));
  return (
    <MenuPopup
      popup={popup}
      label={t("more")}
      side="top"
      align="end"
      entries={[
        ...links,
        ...(links.length > 0 ? [{ kind: "separator" as const }] : []),
        ...(workspace.links.length > 1 ? workspaceEntries(workspace, t("workspace.switch")) : []),
        ...account,
      ]}
    />
  );
}
