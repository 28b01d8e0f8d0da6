import { getLocale, getTranslations } from "next-intl/server";
import { textIn } from "@/domain/localized-text";
import { BrokenLink, LinkPage } from "../../_shell/link-page";
import { PublicShell } from "../../_shell/public-shell";
import { sendWaitingMessage } from "../link-actions";
import { readContactPage } from "../read-page";
import type { LinkQuery } from "../subscription-page";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<LinkQuery> };

/** A message that came without a proof of work waits for this. */
export default async function SendPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const [page, query, t, language] = await Promise.all([
    readContactPage(slug),
    searchParams,
    getTranslations("contactPage"),
    getLocale(),
  ]);
  const locale = language === "en" ? "en" : "de";
  return (
    <PublicShell workspace={page.workspace} accentHue={page.accentHue} logo={page.logo}>
      {query.problem && <BrokenLink code={query.problem} />}
      {!query.problem && query.done && (
        <LinkPage
          title={t("received.title")}
          text={page.thanks ? textIn(page.thanks, locale) : t("introduction")}
          action={null}
        />
      )}
      {!query.problem && !query.done && (
        <LinkPage
          title={t("sendWaiting.title")}
          text={t("sendWaiting.text", { workspace: page.workspace })}
          button={t("sendWaiting.button")}
          action={sendWaitingMessage}
          token={query.token ?? ""}
          slug={slug}
        />
      )}
    </PublicShell>
  );
}
