"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { digestOf } from "./_ui/error-digest";

/** As `buttonStyle`, which every page would carry along a second time for its sake. */
const button =
  "inline-flex control-md items-center justify-center rounded-8 px-3 text-14 font-medium";

// Every page carries this boundary along, so it is made of plain elements.
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common");
  const digest = digestOf(error);
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className="mx-auto w-full max-w-xl px-4 py-16">
      <div role="alert" className="rounded-10 bg-red-soft p-5 text-text">
        <h1 className="font-semibold text-16">{t("errorPage.title")}</h1>
        <p className="mt-1 text-pretty">{t("errorPage.safe")}</p>
        <p className="mt-1 text-pretty">
          {digest ? t("errorPage.next", { digest }) : t("errorPage.nextPlain")}
        </p>
        <div className="mt-4 flex flex-wrap gap-2">
          <button
            type="button"
            className={`${button} bg-accent text-on-accent hover:bg-accent-hover`}
            onClick={retry}
          >
            {t("actions.retry")}
          </button>
          {/* A plain link: loading anew clears what broke, and the boundary stays small. */}
          <a
            href="/"
            className={`${button} border border-hairline-strong bg-surface hover:bg-hover`}
          >
            {t("errorPage.home")}
          </a>
        </div>
      </div>
    </main>
  );
}
