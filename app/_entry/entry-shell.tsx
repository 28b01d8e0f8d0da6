import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Brand } from "./brand";
import { Preferences } from "./preferences";

type EntryShellProps = {
  /** At the right of the mark, e.g. who is signed in. */
  aside?: ReactNode;
  children: ReactNode;
};

/**
 * The page around everything that comes before a workspace: signing in, choosing, setting up.
 * Its controls are a size larger than those of the working pages.
 */
export async function EntryShell({ aside, children }: EntryShellProps) {
  const t = await getTranslations("common");
  return (
    <ClientMessages namespaces={["frame"]}>
      <div className="relative isolate flex min-h-dvh flex-col overflow-x-clip pt-[env(safe-area-inset-top)] [--control-md:var(--control-lg)]">
        <header className="flex min-h-16 items-center justify-between gap-4 px-5 sm:px-8">
          <Brand name={t("appName")} />
          {aside}
        </header>
        <main className="flex flex-1 flex-col px-5 pt-6 pb-10 sm:px-8 sm:pt-[8vh]">{children}</main>
        <footer className="px-5 pt-4 pb-[max(1.25rem,env(safe-area-inset-bottom))] [--control-md:32px] pointer-coarse:[--control-md:44px]">
          <Preferences />
        </footer>
      </div>
    </ClientMessages>
  );
}
