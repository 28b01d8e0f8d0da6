"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import { useErrorText } from "@/app/_trpc/error-text";
import { useTRPC } from "@/app/_trpc/use-trpc";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import { useFormat } from "@/app/_ui/format/use-format";
import { LoadingNote } from "@/app/_ui/loading-note";
import { Skeleton } from "@/app/_ui/skeleton";
import { useBoardFrame } from "../../board-frame";
import type { Opportunity } from "../use-opportunity";
import { isWorthTelling } from "./history-facts";
import { HistorySentences } from "./history-sentences";

const pageSize = 30;

/** Who changed what, newest first, as sentences. */
export function History({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations("opportunity.history");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { id: opportunity.id, limit: pageSize };
  // Asked by hand: tRPC's own options add a direction of paging, which the router does not know.
  const query = useInfiniteQuery({
    queryKey: trpc.opportunity.history.infiniteQueryKey(input),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      client.opportunity.history.query({ ...input, cursor: pageParam }, { signal }),
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
  const entries = query.data.pages.flatMap(({ items }) => items).filter(isWorthTelling);
  return (
    <div className="px-5 pt-4 pb-8">
      <ol aria-label={t("list")} className="space-y-4">
        {entries.map((entry) => (
          <li key={entry.id} className="flex gap-3">
            <Who actorId={entry.actorId} />
            <div className="min-w-0 flex-1 wrap-anywhere">
              <HistorySentences entry={entry} opportunity={opportunity} />
              <When at={entry.changedAt} />
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

function Who({ actorId }: { actorId: string | null }) {
  const t = useTranslations("opportunity.history");
  const { memberName } = useBoardFrame();
  return <Avatar name={memberName(actorId) ?? t("system")} decorative />;
}

function When({ at }: { at: string }) {
  const format = useFormat();
  const { moment } = useBoardFrame();
  return (
    <time dateTime={at} data-tooltip={format.dateTime(at)} className="text-12 text-muted">
      {format.relative(at, moment.now)}
    </time>
  );
}

function HistorySkeleton() {
  return (
    <div className="space-y-5 px-5 pt-5">
      <LoadingNote />
      {["w-3/4", "w-1/2", "w-2/3", "w-3/5"].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-6 shrink-0 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className={`h-4 ${width}`} />
            <Skeleton className="h-3 w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
