"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

type LoadNoticeProps = { error: unknown; onRetry: () => void };

/** In the place of rows that are not there yet, or could not be had. */
export function LoadNotice({ error, onRetry }: LoadNoticeProps) {
  const t = useTranslations("settings");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  if (error) {
    return (
      <ErrorNotice
        title={t("loadFailed")}
        safe={t("loadFailedSafe")}
        next={errorText(error)}
        action={<Button onClick={onRetry}>{actions("retry")}</Button>}
      />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <LoadingNote />
      {["a", "b", "c", "d", "e"].map((row) => (
        <Skeleton key={row} className="h-9 w-full" />
      ))}
    </div>
  );
}
