"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { cx } from "@/app/_ui/cx";
import { Skeleton } from "@/app/_ui/skeleton";
import type { PartyFilter } from "@/domain/party-filter";
import { useEventCallback } from "../../board/use-event-callback";
import { type ColumnKey, tableStyle, tableWidth } from "./columns";
import { RowCard } from "./row-card";
import type { PartyRow } from "./rows";
import { recallOffset, rememberOffset } from "./scroll-memory";
import { TableHead } from "./table-head";
import { TableRow } from "./table-row";
import { rowHeights, useRowHeight } from "./use-row-height";
import { useRowKeys } from "./use-row-keys";
import type { RowSelection } from "./use-row-selection";

type PartyTableProps = {
  rows: readonly PartyRow[];
  /** Which list it is: another one begins at its top. */
  listKey: string;
  columns: readonly ColumnKey[];
  filter: PartyFilter;
  selection: RowSelection;
  hasMore: boolean;
  /** What is shown belongs to the filter before. */
  isBehind: boolean;
  onMore: () => void;
  onFilter: (part: Partial<PartyFilter>) => void;
};

/** What a server can only guess: enough rows for a tall screen. */
const assumedView = { width: 1200, height: 1000 };
/** So many rows from the end the next page is asked for. */
const ahead = 40;

/** The parties as a table, or as cards where it is narrow; only those in view exist in the page. */
export function PartyTable(props: PartyTableProps) {
  const { rows, listKey, columns, filter, selection, hasMore, isBehind, onMore, onFilter } = props;
  const t = useTranslations("partyList");
  const scroller = useRef<HTMLDivElement>(null);
  const { isNarrow, rowHeight, headHeight } = useRowHeight(scroller);
  const keys = useRowKeys({
    rows,
    selection,
    screen: 12,
    reveal: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  });
  const active = rows.findIndex(({ id }) => id === keys.activeId);
  const getItemKey = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const count = rows.length + (hasMore ? 3 : 0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: () => rowHeight,
    scrollPaddingStart: headHeight,
    overscan: 10,
    initialRect: assumedView,
    rangeExtractor: (range) =>
      // A row that has the focus keeps it, however far away it is scrolled.
      [...new Set([...(active === -1 ? [] : [active]), ...defaultRangeExtractor(range)])].sort(
        (a, b) => a - b,
      ),
  });
  useEffect(() => {
    if (rowHeight > 0) virtualizer.measure();
  }, [virtualizer, rowHeight]);

  // Whoever comes back from a party finds the list where they left it.
  // (A layout effect: when others are cleaned up, the element is gone from the page.)
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = recallOffset(listKey);
    return () => rememberOffset(listKey, element.scrollTop);
  }, [listKey]);

  const lastShown = virtualizer.range?.endIndex ?? 0;
  const mustLoad = hasMore && lastShown > rows.length - ahead;
  const loadMore = useEventCallback(onMore);
  useEffect(() => {
    if (mustLoad && rows.length > 0) loadMore();
  }, [mustLoad, rows.length, loadMore]);

  const select = useEventCallback((id: string, isExtending: boolean) =>
    isExtending ? selection.extendTo(id) : selection.toggle(id),
  );

  function follow(event: MouseEvent) {
    if (!(event.target instanceof Element)) return;
    if (!(event.shiftKey || event.metaKey || event.ctrlKey) || isNarrow) return;
    const row = event.target.closest<HTMLElement>("[data-party]");
    if (!row?.dataset.party || event.target.closest("a:not([data-row]), input, label")) return;
    event.preventDefault();
    select(row.dataset.party, event.shiftKey);
  }

  const tabId = active === -1 ? rows[0]?.id : keys.activeId;
  const some = selection.ids.size > 0 ? "some" : false;
  const height = `calc(var(--row-height) * ${count})`;
  const items = virtualizer.getVirtualItems().flatMap(({ index }) => {
    const row = rows[index];
    if (!row) return [];
    const isSelected = selection.ids.has(row.id);
    const tabIndex = row.id === tabId ? (0 as const) : (-1 as const);
    return [{ row, index, tabIndex, isSelected, onSelect: select }];
  });
  return (
    // The rows are links: this only listens for all of them at once.
    <section
      aria-label={t("title")}
      className="@container/list flex min-h-0 flex-1 flex-col"
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onClickCapture={follow}
    >
      <div
        ref={scroller}
        aria-busy={isBehind}
        className={cx(
          "min-h-0 flex-1 overflow-auto overscroll-contain bg-canvas transition-opacity duration-(--motion-fast) [scrollbar-gutter:stable] [scrollbar-width:thin]",
          isNarrow ? rowHeights.narrow : rowHeights.wide,
          isBehind && "opacity-60",
        )}
      >
        {isNarrow ? (
          <ul className="relative" style={{ height }}>
            {items.map((item) => (
              <RowCard key={item.row.id} {...item} place={item.index + 1} />
            ))}
          </ul>
        ) : (
          <table
            aria-label={t("title")}
            aria-rowcount={hasMore ? -1 : rows.length + 1}
            className={cx("block", tableWidth)}
            style={tableStyle(columns)}
          >
            <thead className="sticky top-0 z-3 block">
              <TableHead
                columns={columns}
                sort={filter.sort}
                isDescending={filter.isDescending}
                selected={selection.isAll || some}
                onSelectAll={selection.isAll ? selection.clear : selection.selectAll}
                onSort={onFilter}
              />
            </thead>
            <tbody className="relative block" style={{ height }}>
              {items.map((item) => (
                <TableRow key={item.row.id} {...item} place={item.index + 2} columns={columns} />
              ))}
            </tbody>
          </table>
        )}
        {hasMore && (
          <div aria-hidden="true" className="-mt-24">
            <Skeleton className="mx-5 mb-4 h-4" />
            <Skeleton className="mx-5 mb-4 h-4" />
          </div>
        )}
      </div>
    </section>
  );
}
