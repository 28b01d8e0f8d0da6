"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";
import { ImportHistory } from "./history/import-history";
import { ImportSteps } from "./import-steps";
import { useImportPlaces } from "./use-import-places";

/** Fetches what an import refers to in the workspace and the imports so far, and shows them. */
export function ImportScreen() {
  const t = useTranslations("import");
  const trpc = useTRPC();
  const answer = useImportPlaces();
  const imports = useQuery(trpc.import.list.queryOptions());
  const members = useQuery(trpc.member.list.queryOptions());
  const names = new Map(members.data?.map(({ id, name }) => [id, name]));
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6 sm:py-8">
      {answer.status === "loading" && <Loading />}
      {answer.status === "failed" && (
        <Failed title={t("loadFailed")} error={answer.error} onRetry={answer.retry} />
      )}
      {answer.status === "ready" && <ImportSteps places={answer.places} imports={imports.data} />}
      {imports.data && <ImportHistory imports={imports.data} names={names} />}
      {imports.isError && !imports.data && (
        <Failed
          title={t("history.failed")}
          error={imports.error}
          onRetry={() => void imports.refetch()}
        />
      )}
    </div>
  );
}

function Loading() {
  return (
    <div className="flex flex-col gap-4 sm:pl-10">
      <LoadingNote />
      <Skeleton className="h-7 w-32" />
      <Skeleton className="h-52 w-full" />
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-7 w-36" />
    </div>
  );
}

type FailedProps = { title: string; error: unknown; onRetry: () => void };

function Failed({ title, error, onRetry }: FailedProps) {
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  return (
    <ErrorNotice
      className="mt-6"
      title={title}
      next={errorText(error)}
      action={<Button onClick={onRetry}>{actions("retry")}</Button>}
    />
  );
}
