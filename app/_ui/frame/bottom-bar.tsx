"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Menu, type MenuEntry } from "../popup/menu";
import { isWithin } from "./is-within";
import { NavLink } from "./nav-link";
import type { FrameWorkspace, NavItem } from "./types";
import { useAccountEntries } from "./use-account-entries";
import { workspaceEntries } from "./workspace-entries";

type BottomBarProps = {
  nav: readonly NavItem[];
  workspace: FrameWorkspace;
};

/** The thumb can reach five targets; the fifth is "more". */
const direct = 4;

/** The navigation on phones. */
export function BottomBar({ nav, workspace }: BottomBarProps) {
  const t = useTranslations("frame");
  const pathname = usePathname();
  const account = useAccountEntries();
  const further: MenuEntry[] = [
    ...nav.slice(direct).map(({ href, label, icon }) => ({
      kind: "link" as const,
      href,
      label,
      icon,
      current: isWithin(pathname, href),
    })),
    ...(nav.length > direct ? [{ kind: "separator" as const }] : []),
    ...(workspace.links.length > 1 ? workspaceEntries(workspace, t("workspace.switch")) : []),
    ...account,
  ];
  return (
    <nav
      aria-label={t("navigation")}
      className="shrink-0 border-hairline border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ul className="grid h-(--bar-height) auto-cols-fr grid-flow-col">
        {nav.slice(0, direct).map((item) => (
          <li key={item.href}>
            <NavLink {...item} place="bar" />
          </li>
        ))}
        <li>
          <Menu
            label={t("more")}
            side="top"
            align="end"
            entries={further}
            trigger={(props) => (
              <button
                {...props}
                type="button"
                className="flex h-full w-full flex-col items-center justify-center gap-0.5 text-muted"
              >
                <Ellipsis size={20} strokeWidth={1.75} />
                <span className="text-12">{t("more")}</span>
              </button>
            )}
          />
        </li>
      </ul>
    </nav>
  );
}
