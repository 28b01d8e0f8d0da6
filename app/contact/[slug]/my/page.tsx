import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { PublicShell } from "../../_shell/public-shell";
import { PageFoot } from "../page-foot";
import { readContactPage } from "../read-page";
import { AskForm } from "./ask-form";
import { MyPageView } from "./my-page-view";
import { readMyPage } from "./read-my-page";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [page, t] = await Promise.all([
    readContactPage((await params).slug),
    getTranslations("myPage"),
  ]);
  const title = { absolute: t("frameTitle", { workspace: page.workspace }) };
  return { title, robots: { index: false } };
}

/** A customer's own page; whoever is not signed in asks for the link to it. */
export default async function MyPage({ params }: Props) {
  const { slug } = await params;
  const [face, mine, language] = await Promise.all([
    readContactPage(slug),
    readMyPage(slug),
    getLocale(),
  ]);
  if (!face.hasMyPage) notFound();
  const locale = language === "en" ? "en" : "de";
  return (
    <PublicShell
      workspace={face.workspace}
      accentHue={face.accentHue}
      logo={face.logo}
      foot={<PageFoot locale={locale} privacyUrl={face.privacyUrl} />}
    >
      <ClientMessages namespaces={["myPage"]} timeZone={face.timeZone}>
        {mine ? (
          <MyPageView page={mine} locale={locale} />
        ) : (
          <AskForm slug={slug} workspace={face.workspace} locale={locale} />
        )}
      </ClientMessages>
    </PublicShell>
  );
}
