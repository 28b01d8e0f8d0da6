import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import { formatDateTime } from "@/app/_ui/format/date";
import { dataSections } from "@/domain/my-data";
import { PublicShell } from "../../../_shell/public-shell";
import { readMyPage } from "../read-my-page";
import { Section } from "../section";
import { DataEntries, DataRows } from "./data-entries";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("myPage.data");
  return { title: { absolute: t("title") }, robots: { index: false } };
}

/** All that is held about the customer, to read and to print. */
export default async function DataPage({ params }: Props) {
  const { slug } = await params;
  const caller = await serverCaller();
  const [page, data, t, locale] = await Promise.all([
    readMyPage(slug),
    caller.myPage.data().catch((error: unknown) => {
      if (codeOfServerError(error) === "not_signed_in") return null;
      throw error;
    }),
    getTranslations("myPage.data"),
    getLocale(),
  ]);
  if (!page || !data) redirect(`/contact/${slug}/my`);
  const { timeZone } = page;
  return (
    <PublicShell workspace={page.workspace} accentHue={page.accentHue} logo={page.logo}>
      <a
        href={`/contact/${slug}/my`}
        className="mb-4 flex min-h-11 items-center text-accent-text underline-offset-4 hover:underline print:hidden"
      >
        {t("back")}
      </a>
      <h1 className="mb-2 text-28 font-semibold leading-9">{t("title")}</h1>
      <p className="mb-8 text-muted">
        {t("text", {
          workspace: data.heldBy,
          moment: formatDateTime(data.asOf, locale, timeZone),
        })}
      </p>
      <div className="flex flex-col gap-10">
        <Section title={t("sections.party")}>
          <DataRows entry={data.party} timeZone={timeZone} />
        </Section>
        {dataSections
          .filter((section) => data[section].length > 0)
          .map((section) => (
            <Section key={section} title={t(`sections.${section}`)}>
              <DataEntries entries={data[section]} timeZone={timeZone} />
            </Section>
          ))}
      </div>
    </PublicShell>
  );
}
