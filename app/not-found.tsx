import { getTranslations } from "next-intl/server";
import { buttonStyle } from "./_ui/button-style";
import { EmptyState } from "./_ui/empty-state";

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        level={1}
        title={t("title")}
        text={t("text")}
        action={
          // Part of every page's code: a plain link keeps it small.
          <a href="/" className={buttonStyle("primary", "md")}>
            {t("action")}
          </a>
        }
      />
    </main>
  );
}
