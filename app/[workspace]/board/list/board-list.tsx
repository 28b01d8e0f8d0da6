"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import {
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { cx } from "@/app/_ui/cx";
import { Skeleton } from "@/app/_ui/skeleton";
import type { VisibleBoard } from "@/domain/board-visible";
import { useBoardActions } from "../board-actions";
import { useBoardFrame } from "../board-frame";
import { clickedCard } from "../clicked-card";
import { useColumnTitle } from "../column/column-title";
import { preloadPanel } from "../panel/lazy-opportunity-panel";
import type { Selection } from "../selection/use-selection";
import { useEventCallback } from "../use-event-callback";
import { ListCard } from "./list-card";
import { ListHead } from "./list-head";
import { useListLayout } from "./list-layout";
import { ListLegend } from "./list-legend";
import { groupsNearEnd, headKey, type ListRow, listRows } from "./list-rows";
import { useListKeys } from "./use-list-keys";

export type BoardListHandle = {
  /** Brings the head of a group to the top and gives it the focus. */
  focusGroup(columnKey: string): void;
};

type BoardListProps = {
  board: VisibleBoard;
  selection: Selection;
  openId: string | null;
  ref?: Ref<BoardListHandle>;
};

/** What a server can only guess: enough rows for a tall screen. */
const assumedView = { width: 1200, height: 1000 };

/** The columns of a board as groups of rows; only those in view exist in the page. */
export function BoardList({ board, selection, openId, ref }: BoardListProps) {
  const t = useTranslations("views.list");
  const { open, select, loadMore } = useBoardActions();
  const { canEdit } = useBoardFrame();
  const { group } = board.query;
  const titleOf = useColumnTitle(group);
  const layout = useListLayout(openId !== null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => listRows(board.columns, collapsed), [board.columns, collapsed]);

  function toggle(columnKey: string) {
    setCollapsed((before) => {
      const rest = new Set(before);
      if (!rest.delete(columnKey)) rest.add(columnKey);
      return rest;
    });
  }

  const keys = useListKeys({
    rows,
    collapsed,
    toggle,
    onSelect: (id) => canEdit && select(id),
    reveal: (index) => reveal(index),
  });
  const active = keys.activeKey === null ? -1 : rows.indexOf(keys.activeKey);
  // Another function would make it measure every row again.
  const getItemKey = useCallback((index: number) => rows.at(index)?.key ?? index, [rows]);
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => layout.heightOf(rows.at(index)),
    scrollPaddingStart: layout.headHeight,
    overscan: 8,
    initialRect: assumedView,
    rangeExtractor: (range) => {
      // The head of the group that is looked at stays at the top.
      const kept = [rows.headOf(range.startIndex), active].filter((index) => index !== -1);
      return [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
    },
  });
  function reveal(index: number) {
    virtualizer.scrollToIndex(index, { align: "auto" });
  }

  // Sizes are remembered until told otherwise.
  const { headHeight, rowHeight } = layout;
  useEffect(() => {
    if (headHeight + rowHeight > 0) virtualizer.measure();
  }, [virtualizer, headHeight, rowHeight]);

  useImperativeHandle(ref, () => ({
    focusGroup: (columnKey) => {
      const index = rows.indexOf(headKey(columnKey));
      if (index !== -1) virtualizer.scrollToIndex(index, { align: "start" });
      keys.focusRow(headKey(columnKey));
    },
  }));

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const near = groupsNearEnd(rows, startIndex, endIndex);
  const wanted = near.map(({ key, ids }) => `${key} ${ids.length}`).join();
  const loadNear = useEventCallback(() => {
    for (const { key } of near) loadMore(key);
  });
  useEffect(() => {
    if (wanted !== "") loadNear();
  }, [wanted, loadNear]);

  function follow(event: MouseEvent) {
    const id = clickedCard(event);
    if (id === null) return;
    event.preventDefault();
    if (!canEdit || !(event.shiftKey || event.metaKey || event.ctrlKey)) return open(id);
    if (event.shiftKey) selection.extendTo(id);
    else selection.toggle(id);
  }

  const pinned = rows.headOf(startIndex);
  const tabKey = active === -1 ? rows.at(pinned)?.key : keys.activeKey;
  function draw(row: ListRow) {
    const tabIndex = row.key === tabKey ? 0 : -1;
    if (row.kind === "more") return <Skeleton className="mx-3 my-2 h-5 sm:mx-5" />;
    if (row.kind === "head") {
      return (
        <ListHead
          rowKey={row.key}
          column={row.column}
          group={group}
          title={titleOf(row.column.key)}
          isCollapsed={collapsed.has(row.column.key)}
          tabIndex={tabIndex}
          onToggle={toggle}
        />
      );
    }
    const card = board.cardOf(row.key);
    return (
      card && (
        <ListCard
          card={card}
          tabIndex={tabIndex}
          isOpen={card.id === openId}
          isSelected={selection.ids.has(card.id)}
          isNarrow={layout.isNarrow}
        />
      )
    );
  }

  return (
    // The rows are links: this only listens for all of them at once.
    <section
      aria-label={t("label")}
      className={cx(
        "@container flex min-h-0 flex-1 flex-col bg-canvas",
        openId !== null && "lg:pr-(--panel-width)",
      )}
      onPointerOver={preloadPanel}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onClick={follow}
    >
      {!layout.isNarrow && <ListLegend group={group} />}
      <div
        ref={scroller}
        // Opaque, as are the columns of the board.
        className="min-h-0 flex-1 overflow-y-auto overscroll-y-contain bg-canvas [scrollbar-gutter:stable] [scrollbar-width:thin]"
      >
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const row = rows.at(index);
            if (!row) return null;
            const isPinned = index === pinned;
            return (
              <li
                key={row.key}
                aria-setsize={row.kind === "card" ? row.column.count : undefined}
                aria-posinset={row.kind === "card" ? row.place : undefined}
                aria-hidden={row.kind === "more" ? true : undefined}
                className={cx(
                  "top-0 w-full",
                  isPinned ? "sticky" : "absolute",
                  row.kind === "head" && "z-2",
                )}
                style={{ height: size, transform: isPinned ? undefined : `translateY(${start}px)` }}
              >
                {draw(row)}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
