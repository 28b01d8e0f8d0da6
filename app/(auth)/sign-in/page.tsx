import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentSession } from "@/app/_trpc/session";
import { isErrorCode } from "@/domain/error-codes";
import { FormError } from "../form-error";
import { PageTitle } from "../page-title";
import { readNext } from "../read-next";
import { TextLink } from "../text-link";
import { withNext } from "../with-next";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

type SignInProps = { searchParams: Promise<{ next?: string; error?: string }> };

export default async function SignInPage({ searchParams }: SignInProps) {
  const { next: asked, error } = await searchParams;
  const next = readNext(asked);
  if (await currentSession()) redirect(next ?? "/");
  const [t, errors] = await Promise.all([
    getTranslations("auth.signIn"),
    getTranslations("errors"),
  ]);
  return (
    <>
      <PageTitle title={t("title")} />
      {isErrorCode(error) && (
        <div className="mb-5">
          <FormError>{errors(error)}</FormError>
        </div>
      )}
      <SignInForm next={next} />
      <p className="mt-8 flex flex-wrap items-center gap-x-1.5 text-muted">
        {t("noAccount")}
        <TextLink href={withNext("/sign-up", next)}>{t("signUp")}</TextLink>
      </p>
    </>
  );
}
