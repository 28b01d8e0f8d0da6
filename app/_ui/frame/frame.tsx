import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { BottomBar } from "./bottom-bar";
import { LazyNavLink } from "./lazy-nav-link";
import { SearchButton } from "./search-button";
import type { FrameUser, FrameWorkspace, NavItem } from "./types";
import { UserMenu } from "./user-menu";
import { WorkspaceMenu } from "./workspace-menu";

type FrameProps = {
  nav: readonly NavItem[];
  workspace: FrameWorkspace;
  user: FrameUser;
  /** Above the page, across its width, e.g. "offline". */
  notice?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of every member's page: a slim rail at the left, on phones a bar at the bottom. The
 * content fills the rest to its edges and is a column as high as the window: start it with
 * `PageHeader`, then either let it grow (the column scrolls) or fill it with `min-h-0 flex-1`. What
 * covers the frame says so by `data-fills-window`: then nothing below it can be reached.
 */
export async function Frame({ nav, workspace, user, notice, children }: FrameProps) {
  const [t, common] = await Promise.all([getTranslations("frame"), getTranslations("common")]);
  return (
    <ClientMessages namespaces={["frame"]}>
      <a
        href="#content"
        className="sr-only z-60 rounded-8 bg-accent px-4 py-2 font-medium text-on-accent focus-visible:not-sr-only focus-visible:fixed focus-visible:top-3 focus-visible:left-3"
      >
        {common("skipToContent")}
      </a>
      <div className="group/frame flex h-dvh flex-col sm:flex-row">
        <aside className="hidden w-(--rail-width) shrink-0 flex-col items-center gap-1 border-hairline border-r bg-canvas pt-[max(0.625rem,env(safe-area-inset-top))] pb-[max(0.625rem,env(safe-area-inset-bottom))] pl-[env(safe-area-inset-left)] sm:flex group-has-data-fills-window/frame:hidden">
          <WorkspaceMenu workspace={workspace} />
          <div className="mt-3 flex w-full justify-center">
            <SearchButton place="rail" />
          </div>
          <nav aria-label={t("navigation")} className="mt-1 flex min-h-0 w-full flex-1 flex-col">
            <ul className="flex flex-col items-center gap-1 overflow-y-auto px-1.5 py-0.5 pointer-coarse:px-0.5 [scrollbar-width:none]">
              {nav.map((item) => (
                <li key={item.href} className="flex w-full justify-center">
                  <LazyNavLink {...item} place="rail" />
                </li>
              ))}
            </ul>
          </nav>
          <UserMenu user={user} />
        </aside>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {notice}
          <main
            id="content"
            tabIndex={-1}
            className="relative flex min-h-0 flex-1 flex-col overflow-y-auto bg-surface outline-none"
          >
            {children}
          </main>
        </div>
        <BottomBar nav={nav} workspace={workspace} />
      </div>
    </ClientMessages>
  );
}
