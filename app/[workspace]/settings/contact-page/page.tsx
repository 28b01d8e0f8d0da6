import type { Metadata } from "next";
import type { Messages } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { findWorkspace } from "../../find-workspace";
import { ContactPageSettings } from "./contact-page-settings";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.tabs");
  return { title: t("contact-page") };
}

export default async function ContactPageSettingsPage({ params }: Props) {
  const { workspace } = await params;
  const [{ membership }, de, en] = await Promise.all([
    findWorkspace(workspace),
    getMessages({ locale: "de" }),
    getMessages({ locale: "en" }),
  ]);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <Prefetched
      queries={[
        trpc.contactPageSettings.read.queryOptions(),
        trpc.member.list.queryOptions(),
        trpc.team.list.queryOptions(),
        trpc.contactList.list.queryOptions(),
      ]}
    >
      <ContactPageSettings slug={workspace} words={{ de: wordsOfForm(de), en: wordsOfForm(en) }} />
    </Prefetched>
  );
}

function wordsOfForm({ common, contactPage, errors }: Messages) {
  return { common, contactPage, errors };
}
