"use client";

import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { useFormat } from "@/app/_ui/format/use-format";
import { HistorySkeleton } from "./history-skeleton";

export const historyPageSize = 30;

type Entry = { id: number; actorId: string | null; changedAt: string };

type HistoryPagesProps<E extends Entry> = {
  queryKey: QueryKey;
  /**
   * The page behind a cursor, or the first. Asked by hand: tRPC's own options add a direction of
   * paging, which the routers do not know.
   */
  read: (
    cursor: number | null,
    signal: AbortSignal,
  ) => Promise<{ items: E[]; nextCursor: number | null }>;
  /** A moment that all times are told from. */
  now: Date;
  /** Nothing for whoever is not known: then it was the system. */
  nameOf: (memberId: string | null, entry: E) => string | null | undefined;
  isTold?: (entry: E) => boolean;
  sentence: (entry: E) => ReactNode;
};

/** Who changed what, newest first, as sentences, a page at a time. */
export function HistoryPages<E extends Entry>(props: HistoryPagesProps<E>) {
  const { queryKey, read, now, nameOf, isTold = () => true, sentence } = props;
  const t = useTranslations("opportunity.history");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const format = useFormat();
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (query.error && !query.data) {
    return (
      <ErrorNotice
        className="m-5"
        title={t("loadFailed")}
        next={errorText(query.error)}
        action={<Button onClick={() => void query.refetch()}>{actions("retry")}</Button>}
      />
    );
  }
  if (!query.data) return <HistorySkeleton />;
  const entries = query.data.pages.flatMap(({ items }) => items).filter(isTold);
  return (
    <div className="px-5 pt-4 pb-8">
      <ol aria-label={t("list")} className="space-y-4">
        {entries.map((entry) => (
          <li key={entry.id} className="flex gap-3">
            <Avatar name={nameOf(entry.actorId, entry) ?? t("system")} decorative />
            <div className="min-w-0 flex-1 wrap-anywhere">
              {sentence(entry)}
              <time
                dateTime={entry.changedAt}
                data-tooltip={format.dateTime(entry.changedAt)}
                className="text-12 text-muted"
              >
                {format.relative(entry.changedAt, now)}
              </time>
            </div>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="ghost"
          className="mt-4 w-full"
          pending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("older")}
        </Button>
      )}
    </div>
  );
}
