import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "../../page-title";
import { readNext } from "../../read-next";
import { TextLink } from "../../text-link";
import { withNext } from "../../with-next";
import { isMailKind } from "./mail-kind";
import { MailSent } from "./mail-sent";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.checkMail");
  return { title: t("title") };
}

type CheckMailProps = { searchParams: Promise<{ for?: string; next?: string }> };

const backTo = { link: "/sign-in", confirm: "/sign-up", reset: "/forgot-password" } as const;

export default async function CheckMailPage({ searchParams }: CheckMailProps) {
  const { for: asked, next: askedNext } = await searchParams;
  const kind = isMailKind(asked) ? asked : "link";
  const next = readNext(askedNext);
  const t = await getTranslations("auth.checkMail");
  return (
    <>
      <span className="mb-5 grid size-12 place-items-center rounded-full bg-accent-soft text-accent-text">
        <MailCheck size={22} />
      </span>
      <PageTitle title={t("title")} />
      <MailSent kind={kind} next={next} />
      <p className="mt-8">
        <TextLink href={withNext(backTo[kind], next)}>{t("otherAddress")}</TextLink>
      </p>
    </>
  );
}
