"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";

/** Why there is nothing to show of an opportunity. */
export function PanelError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("opportunity");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  return (
    <ErrorNotice
      className="m-5"
      title={t("unavailable")}
      next={errorText(error)}
      action={<Button onClick={onRetry}>{actions("retry")}</Button>}
    />
  );
}
