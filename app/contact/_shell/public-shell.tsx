import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { fitAccent } from "@/app/_ui/color/accent";
import { AccentScope } from "@/app/_ui/color/accent-scope";
import { HeightReporter } from "./height-reporter";
import { PublicHead } from "./public-head";

type PublicShellProps = {
  workspace: string;
  accentHue: number;
  logo?: string | null;
  /** Below the content: languages, privacy. */
  foot?: ReactNode;
  children: ReactNode;
};

/** The page around everything that customers see: the workspace's name, logo and colour, one column. */
export function PublicShell({ workspace, accentHue, logo, foot, children }: PublicShellProps) {
  return (
    <ClientMessages namespaces={["contactPage", "errors"]}>
      <AccentScope accent={fitAccent({ hue: accentHue, chroma: 0.17 })}>
        <HeightReporter />
        <div className="mx-auto flex w-full max-w-xl flex-col px-5 pt-8 pb-[max(2rem,env(safe-area-inset-bottom))] text-16 leading-6 [--control-lg:48px] [--control-md:48px] sm:pt-14">
          <header>
            <PublicHead workspace={workspace} logo={logo ?? null} />
          </header>
          <main className="flex flex-col">{children}</main>
          {foot && (
            <footer className="mt-10 flex flex-wrap gap-x-6 gap-y-2 border-t border-hairline pt-5 text-14 text-muted">
              {foot}
            </footer>
          )}
        </div>
      </AccentScope>
    </ClientMessages>
  );
}
