"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Kbd } from "@/app/_ui/kbd";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";

type SearchStateProps = {
  text: string;
  /** Rows that are shown. */
  count: number;
  isPending: boolean;
  isCurrent: boolean;
  error: unknown;
  onRetry: () => void;
  onCreate: () => void;
};

/** What stands in the list besides rows, and what screen readers hear of them. */
export function SearchState(props: SearchStateProps) {
  const { text, count, isPending, isCurrent, error, onRetry, onCreate } = props;
  const t = useTranslations("search");
  const errorText = useErrorText();
  const isNothing = text !== "" && isCurrent && count === 0;
  return (
    <>
      <p role="status" className="sr-only">
        {text !== "" && isCurrent ? t("count", { count }) : ""}
      </p>
      {isPending && <SearchSkeleton />}
      {Boolean(error) && (
        <EmptyState
          compact
          title={t("failed")}
          text={errorText(error)}
          action={<Button onClick={onRetry}>{t("retry")}</Button>}
        />
      )}
      {isNothing && (
        <EmptyState
          compact
          title={t("nothing", { text })}
          text={t("hint")}
          action={
            <Button icon={<Plus size={16} />} trailing={<Kbd>↵</Kbd>} onClick={onCreate}>
              {t("create")}
            </Button>
          }
        />
      )}
      {text === "" && count === 0 && <EmptyState title={t("start")} text={t("hint")} />}
    </>
  );
}

/** Before the first answer; later the last one stays. */
function SearchSkeleton() {
  return (
    <div className="px-2.5 pt-2">
      <LoadingNote />
      {["w-40", "w-56", "w-32"].map((width) => (
        <div key={width} className="flex h-12 items-center gap-3">
          <Skeleton className="size-8" />
          <span className="flex-1">
            <Skeleton className={`h-3 ${width}`} />
            <Skeleton className="mt-2 h-2.5 w-24" />
          </span>
        </div>
      ))}
    </div>
  );
}
