import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Hills } from "@/app/_entry/hills";
import { currentSession } from "@/app/_trpc/session";
import { LinkButton } from "@/app/_ui/link-button";
import { InvitationItem } from "./invitation-item";
import { splitName } from "./split-name";
import { WorkspaceList } from "./workspace-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup.welcome");
  return { title: t("title") };
}

export default async function WelcomePage() {
  const session = await currentSession();
  if (!session) redirect("/sign-in?next=/welcome");
  const { memberships, invitations } = session;
  if (memberships.length + invitations.length === 0) redirect("/welcome/new");
  const t = await getTranslations("setup.welcome");
  const ownName = splitName(memberships[0]?.memberName ?? "");
  return (
    <div className="mx-auto flex w-full max-w-lg flex-col gap-8">
      <Hills />
      <div>
        <h1 className="text-28 font-semibold tracking-tight">{t("title")}</h1>
        <p className="mt-2 text-muted">
          {invitations.length > 0 ? t("textInvited", { count: invitations.length }) : t("text")}
        </p>
      </div>
      {invitations.length > 0 && (
        <section aria-labelledby="invitations">
          <h2 id="invitations" className="mb-2 text-13 font-medium text-muted">
            {t("invitations", { count: invitations.length })}
          </h2>
          <ul className="flex flex-col gap-2">
            {invitations.map((invitation) => (
              <li key={invitation.id}>
                <InvitationItem
                  invitation={invitation}
                  ownName={ownName}
                  open={memberships.length === 0 && invitations.length === 1}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {memberships.length > 0 && <WorkspaceList memberships={memberships} />}
      <LinkButton
        href="/welcome/new"
        variant={memberships.length > 0 ? "secondary" : "ghost"}
        icon={<Plus size={16} />}
        className="self-start"
      >
        {t(memberships.length > 0 ? "new" : "newInstead")}
      </LinkButton>
    </div>
  );
}
