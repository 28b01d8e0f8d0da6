import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentSession } from "@/app/_trpc/session";
import { PageTitle } from "../page-title";
import { readNext } from "../read-next";
import { TextLink } from "../text-link";
import { withNext } from "../with-next";
import { SignUpForm } from "./sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("title") };
}

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string }>;
}) {
  const next = readNext((await searchParams).next);
  if (await currentSession()) redirect(next ?? "/");
  const t = await getTranslations("auth.signUp");
  return (
    <>
      <PageTitle title={t("title")}>{t("text")}</PageTitle>
      <SignUpForm next={next} />
      <p className="mt-8 flex flex-wrap items-center gap-x-1.5 text-muted">
        {t("hasAccount")}
        <TextLink href={withNext("/sign-in", next)}>{t("signIn")}</TextLink>
      </p>
    </>
  );
}
