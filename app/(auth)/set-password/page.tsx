import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentSession } from "@/app/_trpc/session";
import { PageTitle } from "../page-title";
import { SetPasswordForm } from "./set-password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.setPassword");
  return { title: t("title") };
}

export default async function SetPasswordPage() {
  const session = await currentSession();
  if (!session) redirect("/sign-in?next=/set-password");
  const t = await getTranslations("auth.setPassword");
  return (
    <>
      <PageTitle title={t("title")}>{t("text", { email: session.email })}</PageTitle>
      <SetPasswordForm email={session.email} />
    </>
  );
}
