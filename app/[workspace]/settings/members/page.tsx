import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/_trpc/prefetched";
import { serverTRPC } from "@/app/_trpc/server";
import { canAdminister } from "@/domain/access";
import { findWorkspace } from "../../find-workspace";
import { InvitationsSettings } from "./invitations-settings";
import { MembersSettings } from "./members-settings";

type MembersProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.tabs");
  return { title: t("members") };
}

export default async function MembersPage({ params }: MembersProps) {
  const { membership } = await findWorkspace((await params).workspace);
  const trpc = serverTRPC(membership.workspaceId);
  if (!canAdminister(membership.accessRole)) {
    return (
      <Prefetched queries={[trpc.member.list.queryOptions()]}>
        <MembersSettings />
      </Prefetched>
    );
  }
  const queries = [
    trpc.member.list.queryOptions(),
    trpc.invitation.list.queryOptions(),
    trpc.team.list.queryOptions(),
  ];
  return (
    <Prefetched queries={queries}>
      <InvitationsSettings />
      <MembersSettings />
    </Prefetched>
  );
}
