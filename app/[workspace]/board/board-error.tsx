"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";

/** A board that could not be read. */
export function BoardError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("board.failed");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  return (
    <div className="mx-auto w-full max-w-xl px-4 py-16">
      <ErrorNotice
        title={t("title")}
        safe={t("safe")}
        next={errorText(error)}
        action={
          <Button variant="primary" onClick={onRetry}>
            {actions("retry")}
          </Button>
        }
      />
    </div>
  );
}
