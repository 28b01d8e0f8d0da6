import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { PageHeader } from "@/app/_ui/page-header";
import { TabLinks } from "@/app/_ui/tab-links";
import { SaveStatus } from "./save-status";

type SettingsLayoutProps = { params: Promise<{ workspace: string }>; children: ReactNode };

const pages = ["stages", "teams", "members", "workspace", "contact-page", "account"] as const;

export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { workspace } = await params;
  const t = await getTranslations("settings");
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader
        title={t("title")}
        views={
          <TabLinks
            label={t("pages")}
            links={pages.map((page) => ({
              href: `/${workspace}/settings/${page}` as const,
              label: t(`tabs.${page}`),
            }))}
          />
        }
        people={<SaveStatus />}
      />
      <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-6 sm:py-8">{children}</div>
    </ClientMessages>
  );
}
