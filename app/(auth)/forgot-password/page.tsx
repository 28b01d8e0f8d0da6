import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "../page-title";
import { TextLink } from "../text-link";
import { ForgotPasswordForm } from "./forgot-password-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.forgot");
  return { title: t("title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth.forgot");
  return (
    <>
      <PageTitle title={t("title")}>{t("text")}</PageTitle>
      <ForgotPasswordForm />
      <p className="mt-8">
        <TextLink href="/sign-in">{t("back")}</TextLink>
      </p>
    </>
  );
}
