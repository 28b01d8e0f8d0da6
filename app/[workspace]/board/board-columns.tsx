"use client";

import { useTranslations } from "next-intl";
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { wake } from "@/app/_late/quiet-moment";
import { useShowHand } from "@/app/_realtime/use-presence";
import { cx } from "@/app/_ui/cx";
import type { VisibleBoard } from "@/domain/board-visible";
import { type Arrangement, shifted } from "./arrangement/arrangement";
import { useBoardActions } from "./board-actions";
import { useBoardFrame } from "./board-frame";
import { clickedCard } from "./clicked-card";
import { Column } from "./column/column";
import { cardHeightStyle, useStride } from "./column/column-layout";
import type { ColumnRegistry } from "./column/column-registry";
import { LazyFoldedColumn } from "./column/lazy-folded-column";
import type { Flight } from "./flight/flight";
import { LateClosingZones } from "./late-parts";
import { Hand } from "./lift/hand";
import { HandCover } from "./lift/hand-cover";
import type { Lift } from "./lift/lift";
import { without } from "./lift/slot";
import { useCardKeys } from "./lift/use-card-keys";
import { useLift } from "./lift/use-lift";
import { usePointerLift } from "./lift/use-pointer-lift";
import { preloadPanel } from "./panel/lazy-opportunity-panel";
import type { Selection } from "./selection/use-selection";
import { useEventCallback } from "./use-event-callback";

export type BoardColumnsHandle = {
  /** Brings a card into view and gives it the focus. */
  focusCard(id: string): void;
  /** The stage of the card that has or had the focus. */
  activeStage(): string | undefined;
  /** The card in hand, which nobody else may pull away. */
  handId(): string | undefined;
};

type BoardColumnsProps = {
  board: VisibleBoard;
  /** Whether the board shows what was last asked for. */
  isCurrent: boolean;
  arrangement: Arrangement;
  onArrange: (part: Partial<Arrangement>) => void;
  selection: Selection;
  openId: string | null;
  flyingIds: ReadonlySet<string>;
  moverOf: ReadonlyMap<string, string>;
  launch: (flight: Flight) => void;
  /** The form for a new card, and where it stands. */
  adding: { stageId: string; form: ReactNode } | null;
  ref: Ref<BoardColumnsHandle>;
};

/** The columns side by side, and everything that carries cards between them. */
export function BoardColumns(props: BoardColumnsProps) {
  const {
    board,
    isCurrent,
    arrangement,
    onArrange,
    selection,
    openId,
    flyingIds,
    moverOf,
    launch,
    adding,
    ref,
  } = props;
  const t = useTranslations("board");
  const { membership, canEdit } = useBoardFrame();
  const { open } = useBoardActions();
  const boardBox = useRef<HTMLDivElement>(null);
  const [registry] = useState<ColumnRegistry>(() => new Map());
  const stride = useStride(arrangement.density);
  const { folded } = arrangement;
  const order = board.columns.map(({ key }) => key);
  const control = useLift(board, selection.ids);
  const { lift } = control;
  useShowHand(lift?.card);
  const carried = lift && selection.ids.has(lift.card.id) ? selection.ids.size : 1;
  // What is folded away cannot have the focus.
  const unfolded = { ...board, columns: board.columns.filter(({ key }) => !folded.includes(key)) };
  const keys = useCardKeys({ board: unfolded, control, registry, onSelect: selection.toggle });
  const pointer = usePointerLift({
    control,
    registry,
    boardBox,
    stride,
    launch,
    countIn: (key) => {
      const column = board.columns.find((one) => one.key === key);
      return without(column?.ids ?? [], control.current()?.card.id ?? null).length;
    },
    // Otherwise its owner or its month says where it goes, or the cards that come along.
    landsInSlot: () => board.query.group === "stage" && carried === 1,
  });

  const fold = useEventCallback((key: string) => onArrange({ folded: [...folded, key] }));
  const shift = useEventCallback((key: string, by: -1 | 1) => {
    onArrange({ order: shifted(order, key, by) });
  });

  useImperativeHandle(ref, () => ({
    focusCard: keys.focusCard,
    activeStage: () => (keys.activeId === null ? undefined : board.cardOf(keys.activeId)?.stageId),
    handId: () => control.current()?.card.id,
  }));

  const hasOthers = board.columns.some(({ figures }) =>
    Object.keys(figures).some((currency) => currency !== membership.currency),
  );

  function follow(event: MouseEvent) {
    const id = clickedCard(event);
    if (id === null) return;
    event.preventDefault();
    if (!canEdit || !(event.shiftKey || event.metaKey || event.ctrlKey)) return open(id);
    if (event.shiftKey) selection.extendTo(id);
    else selection.toggle(id);
  }

  return (
    // The cards hold links and the columns are lists: this only listens for all of them at once.
    <section
      ref={boardBox}
      aria-label={t("title")}
      style={cardHeightStyle(arrangement.density)}
      aria-busy={!isCurrent}
      data-lifting={lift ? lift.by : undefined}
      // As with the pointer's hand: Esc puts back what is carried, and closes nothing else.
      data-layer={lift?.by === "keys" ? "" : undefined}
      className={cx(
        "flex min-h-0 flex-1 overflow-x-auto overflow-y-hidden overscroll-x-contain bg-canvas max-sm:px-5",
        !lift && "max-sm:snap-x max-sm:snap-mandatory",
        openId !== null && "sm:pr-(--panel-width)",
        // Not at once: most answers are here before anybody would notice.
        "transition-opacity duration-(--motion-base)",
        !isCurrent && "opacity-60 delay-150",
      )}
      onPointerOver={preloadPanel}
      onPointerDown={pointer.onPointerDown}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      onClick={follow}
    >
      <p id="board-keys" data-asleep="" ref={wake} className="hidden">
        {t("lift.hint")}
      </p>
      {board.columns.map((column) =>
        folded.includes(column.key) ? (
          <LazyFoldedColumn
            key={column.key}
            column={column}
            registry={registry}
            lift={lift}
            onUnfold={() => onArrange({ folded: folded.filter((key) => key !== column.key) })}
          />
        ) : (
          <Column
            key={column.key}
            column={column}
            onFold={fold}
            onShift={shift}
            registry={registry}
            hasOthers={hasOthers}
            cardOf={board.cardOf}
            stride={stride}
            lift={concerns(lift, column.key) ? lift : null}
            activeId={keys.activeId}
            selectedIds={selection.ids}
            openId={openId}
            flyingIds={flyingIds}
            moverOf={moverOf}
            form={adding?.stageId === column.key ? adding.form : null}
          />
        ),
      )}
      {lift && <LateClosingZones lift={lift} />}
      <HandCover isUp={lift?.by === "pointer"} onWheel={pointer.onWheel} />
      {lift?.by === "pointer" && <Hand lift={lift} count={carried} ref={pointer.hand} />}
    </section>
  );
}

/** Whether a card in hand changes what a column shows: the others are not drawn anew while it moves. */
function concerns(lift: Lift | null, column: string): boolean {
  return lift !== null && (lift.from.column === column || lift.over?.column === column);
}
