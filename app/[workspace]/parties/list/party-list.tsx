"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useErrorText } from "@/app/_trpc/error-text";
import { Button } from "@/app/_ui/button";
import { ErrorNotice } from "@/app/_ui/error-notice";
import {
  countPartyConditions,
  noPartyFilter,
  type PartyFilter,
  partyQueryOf,
} from "@/domain/party-filter";
import { useBoardShortcuts } from "../../board/use-board-shortcuts";
import { useNow } from "../../use-now";
import { useWorkspace } from "../../workspace-context";
import { BulkBar } from "./bulk-bar";
import type { ColumnKey } from "./columns";
import { EmptyList } from "./empty-list";
import { ExportProgress } from "./export/export-progress";
import { useExport } from "./export/use-export";
import { ListContext } from "./list-context";
import { ListHeader } from "./list-header";
import { RowsSkeleton } from "./list-skeleton";
import { PartyTable } from "./party-table";
import { useBulk } from "./use-bulk";
import { useColumns } from "./use-columns";
import { useLiveRows } from "./use-live-rows";
import { showPartyFilter, usePartyFilter } from "./use-party-filter";
import { type Rendered, usePartyPages } from "./use-party-pages";
import { useRowSelection } from "./use-row-selection";
import { useWords } from "./use-words";

type PartyListProps = {
  /** The server's time, ISO 8601. */
  renderedAt: string;
  columns: readonly ColumnKey[];
  rendered: Rendered | null;
};

/** All people and organizations of the workspace: found, ordered, and worked on many at once. */
export function PartyList({ renderedAt, columns: initial, rendered }: PartyListProps) {
  const { slug, memberId } = useWorkspace();
  const filter = usePartyFilter();
  const query = useMemo(() => partyQueryOf(filter, memberId), [filter, memberId]);
  const pages = usePartyPages(query, rendered);
  const { rows, frame, hasNextPage } = pages;
  const [columns, setColumns] = useColumns(initial, slug);
  const words = useWords(frame, useNow(renderedAt));
  const live = useLiveRows(pages);
  const selection = useRowSelection(rows);
  const bulk = useBulk({ patch: pages.patch, refresh: live.refresh });
  const exporting = useExport(words);
  useBoardShortcuts({ "/": focusSearch });
  const selected = rows.flatMap(({ id }) => (selection.ids.has(id) ? [id] : []));
  const change = (part: Partial<PartyFilter>) => showPartyFilter({ ...filter, ...part });
  return (
    <ListContext value={words}>
      <ListHeader
        filter={filter}
        frame={frame}
        known={frame && !hasNextPage ? rows.length : null}
        columns={columns}
        connection={live.connection}
        hasNews={live.hasNews}
        onFilter={showPartyFilter}
        onColumns={setColumns}
        onNews={() => {
          live.seeNews();
          pages.restart();
        }}
        onExport={() => void exporting.exportAll(query)}
      />
      {rows.length > 0 && (
        <PartyTable
          rows={rows}
          listKey={JSON.stringify(query)}
          columns={columns}
          filter={filter}
          selection={selection}
          hasMore={hasNextPage}
          isBehind={pages.isPlaceholderData}
          onMore={() => {
            if (!pages.isFetching) void pages.fetchNextPage();
          }}
          onFilter={change}
        />
      )}
      {rows.length === 0 && <NoRows pages={pages} filter={filter} />}
      {selected.length > 0 && frame && (
        <BulkBar
          ids={selected}
          frame={frame}
          onAssign={(ownerId) => void bulk.assign(selected, ownerId)}
          onClass={(code, reason) => bulk.classify(selected, code, reason)}
          onExport={() => void exporting.exportSome(selected)}
          onClear={selection.clear}
        />
      )}
      {exporting.running && (
        <ExportProgress running={exporting.running} onCancel={exporting.cancel} />
      )}
    </ListContext>
  );
}

function focusSearch() {
  document.querySelector<HTMLInputElement>("[data-board-search]")?.focus();
}

type NoRowsProps = { pages: ReturnType<typeof usePartyPages>; filter: PartyFilter };

function NoRows({ pages, filter }: NoRowsProps) {
  const t = useTranslations("partyList");
  const actions = useTranslations("common.actions");
  const errorText = useErrorText();
  if (pages.isError) {
    return (
      <ErrorNotice
        className="m-6"
        title={t("loadFailed")}
        next={errorText(pages.error)}
        action={<Button onClick={() => void pages.refetch()}>{actions("retry")}</Button>}
      />
    );
  }
  if (pages.isFetching) return <RowsSkeleton />;
  const { sort, isDescending } = filter;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-canvas">
      <EmptyList
        isFiltered={filter.text !== "" || countPartyConditions(filter) > 0}
        onClear={() => showPartyFilter({ ...noPartyFilter, sort, isDescending })}
      />
    </div>
  );
}
