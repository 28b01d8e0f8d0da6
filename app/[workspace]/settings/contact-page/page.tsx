import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
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
  const { membership } = await findWorkspace((await params).workspace);
  const trpc = serverTRPC(membership.workspaceId);
  return (
    <Prefetched
      queries={[
        trpc.contactPageSettings.read.queryOptions(),
        trpc.member.list.queryOptions(),
        trpc.team.list.queryOptions(),
      ]}
    >
      <ContactPageSettings slug={(await params).workspace} />
    </Prefetched>
  );
}
