import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/app/_ui/link-button";
import { findWorkspace } from "../../find-workspace";
import { SettingsSection } from "../settings-section";
import { SignOutEverywhere } from "./sign-out-everywhere";

type AccountProps = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.tabs");
  return { title: t("account") };
}

/** What belongs to the reader and to no workspace. */
export default async function AccountPage({ params }: AccountProps) {
  const { session } = await findWorkspace((await params).workspace);
  const t = await getTranslations("settings.account");
  return (
    <>
      <SettingsSection title={t("title")} text={session.email} />
      <SettingsSection
        title={t("password")}
        text={t("passwordText")}
        aside={<LinkButton href="/set-password">{t("passwordAction")}</LinkButton>}
      />
      <SettingsSection
        title={t("everywhere")}
        text={t("everywhereText")}
        aside={<SignOutEverywhere />}
      />
    </>
  );
}
