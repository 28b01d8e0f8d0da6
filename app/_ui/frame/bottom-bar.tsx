import { getTranslations } from "next-intl/server";
import { LazyNavLink } from "./lazy-nav-link";
import { MoreButton } from "./more-button";
import { SearchButton } from "./search-button";
import type { FrameWorkspace, NavItem } from "./types";

type BottomBarProps = {
  nav: readonly NavItem[];
  workspace: FrameWorkspace;
};

/** The thumb can reach five targets; the last two are the search and "more". */
const direct = 3;

/** The navigation on phones. */
export async function BottomBar({ nav, workspace }: BottomBarProps) {
  const t = await getTranslations("frame");
  return (
    <nav
      aria-label={t("navigation")}
      className="shrink-0 border-hairline border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden group-has-data-fills-window/frame:hidden"
    >
      <ul className="grid h-(--bar-height) auto-cols-fr grid-flow-col">
        {nav.slice(0, direct).map((item) => (
          <li key={item.href}>
            <LazyNavLink {...item} place="bar" />
          </li>
        ))}
        <li>
          <SearchButton place="bar" />
        </li>
        <li>
          <MoreButton nav={nav.slice(direct)} workspace={workspace} />
        </li>
      </ul>
    </nav>
  );
}
