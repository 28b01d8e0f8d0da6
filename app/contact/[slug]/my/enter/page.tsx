import { getTranslations } from "next-intl/server";
import { BrokenLink, LinkPage } from "../../../_shell/link-page";
import { PublicShell } from "../../../_shell/public-shell";
import { readContactPage } from "../../read-page";
import type { LinkQuery } from "../../subscription-page";
import { enterMyPage } from "../session-actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<LinkQuery> };

/** What the mailed link opens: a button, because programs open links before people do. */
export default async function EnterPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const [face, query, t] = await Promise.all([
    readContactPage(slug),
    searchParams,
    getTranslations("myPage"),
  ]);
  return (
    <PublicShell workspace={face.workspace} accentHue={face.accentHue} logo={face.logo}>
      {query.problem ? (
        <>
          <BrokenLink code={query.problem} />
          <p>
            <a
              href={`/contact/${slug}/my`}
              className="text-accent-text underline underline-offset-4"
            >
              {t("enter.again")}
            </a>
          </p>
        </>
      ) : (
        <LinkPage
          title={t("enter.title")}
          text={t("enter.text", { workspace: face.workspace })}
          button={t("enter.button")}
          action={enterMyPage}
          token={query.token ?? ""}
          slug={slug}
        />
      )}
    </PublicShell>
  );
}
