import { getLocale, getTranslations } from "next-intl/server";
import { codeOfServerError, serverCaller } from "@/app/_trpc/server";
import type { SubscriptionLink } from "@/domain/contact-page";
import { textIn } from "@/domain/localized-text";
import { BrokenLink, LinkPage } from "../_shell/link-page";
import { PublicShell } from "../_shell/public-shell";

export type LinkQuery = { token?: string; done?: string; problem?: string };

type SubscriptionPageProps = {
  purpose: "confirmList" | "unsubscribe";
  slug: string;
  query: LinkQuery;
  action: (form: FormData) => Promise<void>;
  /** Whether there is nothing left to do. */
  isDone: (link: SubscriptionLink) => boolean;
};

/** What a link in a list mail opens: to confirm, or to leave. */
export async function SubscriptionPage(props: SubscriptionPageProps) {
  const { purpose, slug, query, action, isDone } = props;
  const [t, locale, found] = await Promise.all([
    getTranslations(`contactPage.${purpose}`),
    getLocale(),
    peek(query.token ?? ""),
  ]);
  if ("problem" in found) {
    return (
      <PublicShell workspace="" accentHue={255}>
        <BrokenLink code={found.problem} />
      </PublicShell>
    );
  }
  const { link } = found;
  const words = {
    list: textIn(link.listNames, locale === "en" ? "en" : "de"),
    workspace: link.workspace,
    email: link.email,
  };
  const problem = query.problem ?? (isDone(link) ? null : brokenBy(link));
  return (
    <PublicShell workspace={link.workspace} accentHue={link.accentHue} logo={link.logo}>
      {problem && <BrokenLink code={problem} />}
      {!problem && isDone(link) && (
        <LinkPage title={t("done", words)} text={t("doneText", words)} action={null} />
      )}
      {!problem && !isDone(link) && (
        <LinkPage
          title={t("title", words)}
          text={t("text", words)}
          button={t("button")}
          action={action}
          token={query.token ?? ""}
          slug={slug}
        />
      )}
    </PublicShell>
  );
}

function brokenBy({ purpose, isUsed, isExpired }: SubscriptionLink): string | null {
  if (purpose !== "confirm_subscription") return null;
  if (isUsed) return "link_used";
  return isExpired ? "link_expired" : null;
}

async function peek(token: string): Promise<{ link: SubscriptionLink } | { problem: string }> {
  const caller = await serverCaller();
  return await caller.subscriptionLink.peek({ token }).then(
    (link) => ({ link }),
    (error: unknown) => {
      const code = codeOfServerError(error) ?? "internal";
      // Cut off or altered on its way.
      return { problem: code === "invalid_input" ? "link_invalid" : code };
    },
  );
}
