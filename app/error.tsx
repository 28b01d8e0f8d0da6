"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "./_ui/button";
import { buttonStyle } from "./_ui/button-style";
import { digestOf } from "./_ui/error-digest";
import { ErrorNotice } from "./_ui/error-notice";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common");
  const digest = digestOf(error);
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className="mx-auto w-full max-w-xl px-4 py-16">
      <ErrorNotice
        level={1}
        title={t("errorPage.title")}
        safe={t("errorPage.safe")}
        next={digest ? t("errorPage.next", { digest }) : t("errorPage.nextPlain")}
        action={
          <>
            <Button variant="primary" onClick={retry}>
              {t("actions.retry")}
            </Button>
            {/* A plain link: loading anew clears what broke, and the boundary stays small. */}
            <a href="/" className={buttonStyle("secondary", "md")}>
              {t("errorPage.home")}
            </a>
          </>
        }
      />
    </main>
  );
}
