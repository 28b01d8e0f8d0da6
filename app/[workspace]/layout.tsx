import { FileUp, Inbox, Mails, Settings, SquareKanban, UserSearch, Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Trpc } from "@/app/_trpc/client";
import { currentSession } from "@/app/_trpc/session";
import { AccentScope } from "@/app/_ui/color/accent-scope";
import { Frame } from "@/app/_ui/frame/frame";
import type { NavItem } from "@/app/_ui/frame/types";
import { canEditPipeline } from "@/domain/access";
import { accentOf } from "./accent";
import { findWorkspace } from "./find-workspace";
import { SignOutProvider } from "./sign-out-provider";
import { WorkspaceProvider } from "./workspace-context";

type WorkspaceParams = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: WorkspaceParams): Promise<Metadata> {
  const { workspace: slug } = await params;
  const session = await currentSession();
  const name = session?.memberships.find((one) => one.slug === slug)?.workspaceName;
  return name ? { title: { default: name, template: `%s · ${name}` } } : {};
}

export default async function WorkspaceLayout({
  params,
  children,
}: WorkspaceParams & { children: ReactNode }) {
  const { workspace: slug } = await params;
  const { session, membership } = await findWorkspace(slug);
  const t = await getTranslations("settings");
  const nav: NavItem[] = [
    { href: `/${slug}/board`, label: t("nav.board"), icon: <SquareKanban size={20} /> },
    { href: `/${slug}/leads`, label: t("nav.leads"), icon: <UserSearch size={20} /> },
    { href: `/${slug}/parties`, label: t("nav.parties"), icon: <Users size={20} /> },
    {
      href: `/${slug}/lists`,
      also: `/${slug}/campaigns`,
      label: t("nav.lists"),
      icon: <Mails size={20} />,
    },
    { href: `/${slug}/requests`, label: t("nav.requests"), icon: <Inbox size={20} /> },
    ...(canEditPipeline(membership.accessRole)
      ? [{ href: `/${slug}/import` as const, label: t("nav.import"), icon: <FileUp size={20} /> }]
      : []),
    { href: `/${slug}/settings`, label: t("nav.settings"), icon: <Settings size={20} /> },
  ];
  const links = session.memberships.map((one) => ({
    href: `/${one.slug}/board` as const,
    name: one.workspaceName,
    current: one.workspaceId === membership.workspaceId,
  }));
  const further = { href: "/welcome" as const, name: t("nav.allWorkspaces"), current: false };
  return (
    <ClientMessages namespaces={["errors", "search", "contact"]} timeZone={membership.timeZone}>
      <Trpc
        key={`${membership.workspaceId} ${session.userId}`}
        workspaceId={membership.workspaceId}
        userId={session.userId}
      >
        <WorkspaceProvider membership={membership}>
          <AccentScope accent={accentOf(membership.accentHue)}>
            <SignOutProvider>
              <Frame
                nav={nav}
                workspace={{ name: membership.workspaceName, links: [...links, further] }}
                user={{ name: membership.memberName, email: session.email }}
              >
                {children}
              </Frame>
            </SignOutProvider>
          </AccentScope>
        </WorkspaceProvider>
      </Trpc>
    </ClientMessages>
  );
}
