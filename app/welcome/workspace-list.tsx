import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WorkspaceMark } from "@/app/_entry/workspace-mark";
import type { Membership } from "@/domain/session";

/** The workspaces of the reader; each leads to its board. */
export async function WorkspaceList({ memberships }: { memberships: readonly Membership[] }) {
  const t = await getTranslations("setup");
  return (
    <section aria-labelledby="workspaces">
      <h2 id="workspaces" className="mb-2 text-13 font-medium text-muted">
        {t("welcome.yours")}
      </h2>
      <ul className="overflow-hidden rounded-10 border border-hairline bg-surface">
        {memberships.map(({ workspaceId, slug, workspaceName, accentHue, accessRole }) => (
          <li key={workspaceId} className="border-hairline not-first:border-t">
            <Link
              href={`/${slug}/board`}
              className="group flex min-h-16 items-center gap-3.5 px-4 py-3 transition-colors hover:bg-hover focus-visible:outline-offset-[-2px]"
            >
              <WorkspaceMark name={workspaceName} hue={accentHue} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-16 font-medium" title={workspaceName}>
                  {workspaceName}
                </span>
                <span className="block text-13 text-muted">{t(`roles.${accessRole}`)}</span>
              </span>
              <ChevronRight
                size={18}
                className="shrink-0 text-faint transition-transform group-hover:translate-x-0.5"
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
