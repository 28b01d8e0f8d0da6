"use client";

import { useTranslations } from "next-intl";
import { useEffect, useImperativeHandle, useRef } from "react";
import { Skeleton } from "@/app/_ui/skeleton";
import type { Card } from "@/domain/board-card";
import type { VisibleColumn } from "@/domain/board-visible";
import { useBoardActions } from "../board-actions";
import { LandingSlot } from "../lift/landing-slot";
import type { Lift } from "../lift/lift";
import { without } from "../lift/slot";
import { listPadding } from "./column-layout";
import type { ColumnHandle } from "./column-registry";
import { ColumnRow, type RowState } from "./column-row";
import { useRowsInView } from "./use-rows-in-view";

/** Rows drawn above and below those in view, so that a quick scroll does not outrun them. */
const overscan = 4;
/** The next page is asked for when so few cards are left below the view. */
const pageAhead = 12;

export type ColumnListProps = {
  column: VisibleColumn;
  cardOf: (id: string) => Card | undefined;
  stride: number;
  lift: Lift | null;
  /** The card that has or had the focus: it stays drawn while it is scrolled away. */
  activeId: string | null;
  selectedIds: ReadonlySet<string>;
  openId: string | null;
  flyingIds: ReadonlySet<string>;
  moverOf: ReadonlyMap<string, string>;
  headingId: string;
  register: (handle: ColumnHandle | null) => void;
};

/** The cards of a column; only those in view exist in the page. */
export function ColumnList(props: ColumnListProps) {
  const { column, cardOf, stride, lift, activeId, selectedIds, openId, flyingIds, moverOf } = props;
  const { loadMore } = useBoardActions();
  const scroller = useRef<HTMLDivElement>(null);
  const ids = without(column.ids, lift?.card.id ?? null);
  const slot =
    lift?.over && !lift.over.isZone && lift.over.column === column.key
      ? Math.min(lift.over.index, ids.length)
      : -1;
  const hasSlot = slot !== -1;
  const rowOf = (index: number) => (hasSlot && index >= slot ? index + 1 : index);
  const active = activeId === null ? -1 : ids.indexOf(activeId);
  const count = ids.length + (hasSlot ? 1 : 0) + (column.hasMore ? 1 : 0);

  const { rows, reveal } = useRowsInView(scroller, stride);

  const { register } = props;
  useImperativeHandle<ColumnHandle | null, ColumnHandle | null>(
    register,
    () => scroller.current && { scroller: scroller.current, reveal },
    [reveal],
  );

  // Only where it can be seen: it pulses, and the browser would draw frames for it without end.
  const isEndNear = column.hasMore && rows.last + overscan >= count - 1;
  const isNearEnd = column.hasMore && rows.last >= ids.length - pageAhead;
  useEffect(() => {
    if (isNearEnd && ids.length > 0) loadMore(column.key);
  }, [isNearEnd, ids.length, column.key, loadMore]);

  const drawn = rowsBetween(rows.first - overscan, Math.min(rows.last + overscan, count - 1));
  if (active !== -1 && !drawn.includes(rowOf(active))) drawn.push(rowOf(active));
  const shown = drawn
    .sort((a, b) => a - b)
    .flatMap((row) => {
      const index = hasSlot && row > slot ? row - 1 : row;
      const id = row === slot ? undefined : ids[index];
      return id === undefined ? [] : [{ id, index, row }];
    });
  const tabId = active === -1 ? firstInView(shown, rows.seen) : activeId;
  const held = lift?.from.column === column.key ? lift : null;
  if (held) {
    // It keeps its place among its siblings: an element that moves in the page loses the focus,
    // and a finger that began on it its touch.
    const at = shown.findIndex(({ index }) => index >= held.from.index);
    const row = { id: held.card.id, index: held.from.index, row: held.from.index };
    shown.splice(at === -1 ? shown.length : at, 0, row);
  }
  function stateOf(id: string): RowState {
    if (id === held?.card.id) return "lifted";
    return flyingIds.has(id) ? "flying" : "resting";
  }

  return (
    <div
      ref={scroller}
      data-column={column.key}
      // Opaque, or browsers would not scroll it beside the scripts, but paint its text anew each frame.
      className="min-h-0 flex-1 overflow-y-auto overscroll-y-contain bg-canvas [scrollbar-width:thin]"
    >
      <ul
        aria-labelledby={props.headingId}
        className="relative"
        style={{ height: 2 * listPadding + count * stride }}
      >
        {hasSlot && lift && <LandingSlot lift={lift} top={listPadding + slot * stride} />}
        {shown.map(({ id, index, row }) => {
          const card = id === held?.card.id ? held.card : cardOf(id);
          return (
            card && (
              <ColumnRow
                key={id}
                card={card}
                top={listPadding + row * stride}
                place={index + 1}
                count={column.count}
                tabIndex={id === tabId ? 0 : -1}
                state={stateOf(id)}
                slides={row >= rows.first - 1 && row <= rows.last + 1}
                isOpen={id === openId}
                isSelected={selectedIds.has(id)}
                mover={moverOf.get(id)}
              />
            )
          );
        })}
        {isEndNear && <More top={listPadding + (count - 1) * stride} />}
      </ul>
      {column.ids.length === 0 && !hasSlot && !column.hasMore && <Empty />}
    </div>
  );
}

/** The card that Tab leads to in a column where none was visited yet. */
function firstInView(shown: readonly { id: string; row: number }[], first: number): string | null {
  return (shown.find(({ row }) => row >= first) ?? shown.at(-1))?.id ?? null;
}

function rowsBetween(first: number, last: number): number[] {
  const start = Math.max(0, first);
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, index) => start + index);
}

function More({ top }: { top: number }) {
  return (
    <li
      aria-hidden="true"
      className="absolute inset-x-2 top-0"
      style={{ transform: `translateY(${top}px)` }}
    >
      <Skeleton className="h-(--card-height) rounded-8" />
    </li>
  );
}

function Empty() {
  const t = useTranslations("board.column");
  return <p className="px-3 py-6 text-center text-13 text-faint">{t("empty")}</p>;
}
