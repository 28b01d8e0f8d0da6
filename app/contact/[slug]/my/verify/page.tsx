import { getTranslations } from "next-intl/server";
import { BrokenLink, LinkPage } from "../../../_shell/link-page";
import { PublicShell } from "../../../_shell/public-shell";
import { readContactPage } from "../../read-page";
import type { LinkQuery } from "../../subscription-page";
import { verifyEmail } from "../session-actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<LinkQuery & { email?: string }>;
};

/** Where a new address is proved, in whichever browser its mail is read. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const [face, query, t] = await Promise.all([
    readContactPage(slug),
    searchParams,
    getTranslations("myPage.verify"),
  ]);
  const email = query.email ?? "";
  return (
    <PublicShell workspace={face.workspace} accentHue={face.accentHue} logo={face.logo}>
      {query.problem && <BrokenLink code={query.problem} />}
      {!query.problem && query.done && (
        <LinkPage
          title={t("done")}
          text={t(query.done === "waiting" ? "waiting" : "applied", { email })}
          action={null}
        />
      )}
      {!query.problem && !query.done && (
        <LinkPage
          title={t("title")}
          text={t("text", { workspace: face.workspace })}
          button={t("button")}
          action={verifyEmail}
          token={query.token ?? ""}
          slug={slug}
        />
      )}
    </PublicShell>
  );
}
