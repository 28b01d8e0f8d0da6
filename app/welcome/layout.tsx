import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EntryShell } from "@/app/_entry/entry-shell";
import { SignOutButton } from "@/app/_entry/sign-out-button";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Trpc } from "@/app/_trpc/client";
import { currentSession } from "@/app/_trpc/session";

export default async function WelcomeLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  return (
    <ClientMessages namespaces={["frame", "setup", "errors"]}>
      <Trpc>
        <EntryShell aside={session && <SignedIn email={session.email} />}>{children}</EntryShell>
      </Trpc>
    </ClientMessages>
  );
}

async function SignedIn({ email }: { email: string }) {
  const t = await getTranslations("setup");
  return (
    <div className="flex min-w-0 items-center gap-2 text-13 text-muted [--control-md:var(--control-sm)]">
      <span className="min-w-0 truncate max-sm:sr-only">{t("signedInAs", { email })}</span>
      <SignOutButton />
    </div>
  );
}
