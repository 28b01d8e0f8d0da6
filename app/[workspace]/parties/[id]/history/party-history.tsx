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
import { useOpened } from "../party-context";
import { PartySentence } from "./party-sentence";

const pageSize = 30;

/** Who changed what of the party and of all that is kept of it, newest first, as sentences. */
export function PartyHistory() {
  const t = useTranslations("party.history");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { opened, now, memberName } = useOpened();
  const input = { id: opened.party.id, limit: pageSize };
  // Asked by hand: tRPC's own options add a direction of paging, which the router does not know.
  const query = useInfiniteQuery({
    queryKey: trpc.party.history.infiniteQueryKey(input),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      client.party.history.query({ ...input, cursor: pageParam }, { signal }),
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
  if (!query.data) return <LoadingNote />;
  return (
    <div className="px-5 pt-4 pb-8">
      <ol aria-label={t("list")} className="space-y-3">
        {query.data.pages.flatMap(({ items }) =>
          items.map((entry) => (
            <li key={entry.id} className="flex gap-3">
              <Avatar name={memberName(entry.actorId) ?? t("system")} decorative />
              <div className="min-w-0 flex-1 wrap-anywhere">
                <PartySentence entry={entry} />
                <time
                  dateTime={entry.changedAt}
                  data-tooltip={format.dateTime(entry.changedAt)}
                  className="text-12 text-muted"
                >
                  {format.relative(entry.changedAt, now)}
                </time>
              </div>
            </li>
          )),
        )}
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
