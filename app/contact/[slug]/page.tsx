import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { textIn } from "@/domain/localized-text";
import { PublicShell } from "../_shell/public-shell";
import { ContactForm } from "./contact-form";
import { PageFoot } from "./page-foot";
import { PageWords } from "./page-words";
import { readContactPage } from "./read-page";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [page, t] = await Promise.all([
    readContactPage((await params).slug),
    getTranslations("contactPage"),
  ]);
  return { title: { absolute: t("frameTitle", { workspace: page.workspace }) } };
}

/** Where customers write to a workspace. */
export default async function ContactPage({ params }: Props) {
  const [page, language] = await Promise.all([readContactPage((await params).slug), getLocale()]);
  const locale = language === "en" ? "en" : "de";
  const { thanks } = page;
  return (
    <PublicShell
      workspace={page.workspace}
      accentHue={page.accentHue}
      logo={page.logo}
      foot={
        <PageFoot
          locale={locale}
          privacyUrl={page.privacyUrl}
          myPage={page.hasMyPage ? `/contact/${page.slug}/my` : null}
        />
      }
    >
      <PageWords page={page} locale={locale} />
      <ContactForm
        page={page}
        locale={locale}
        id={randomUUID()}
        thanks={thanks && textIn(thanks, locale)}
      />
    </PublicShell>
  );
}
