"use client";

import { useRef, useState } from "react";
import type { Connection } from "@/app/_realtime/board-sync";
import type { BoardFilter } from "@/domain/board-filter";
import type { VisibleBoard } from "@/domain/board-visible";
import { type Arrangement, arrange } from "./arrangement/arrangement";
import { BoardActionsProvider } from "./board-actions";
import { BoardColumns, type BoardColumnsHandle } from "./board-columns";
import { useBoardFrame } from "./board-frame";
import { LazyLostDialog } from "./closing/lazy-lost-dialog";
import { useClosing } from "./closing/use-closing";
import { useFlights } from "./flight/use-flights";
import { useRemoteMoves } from "./flight/use-remote-moves";
import { LazyBoardHeader } from "./header/lazy-board-header";
import { hideCards } from "./hidden-cards";
import {
  LateCelebration,
  LateConnectionNotice,
  LateFlightLayer,
  LateSelectionBar,
  useOfflineCode,
} from "./late-parts";
import { LazyForecast, LazyList } from "./lazy-layouts";
import { LazyOpportunityPanel } from "./panel/lazy-opportunity-panel";
import { LazyEmptyBoard } from "./query/lazy-empty-board";
import { FloatingQuickAdd } from "./quick-add/floating-quick-add";
import { LazyQuickAdd } from "./quick-add/lazy-quick-add";
import { inBoardOrder, useSelection } from "./selection/use-selection";
import { LazyShortcuts } from "./shortcuts/lazy-shortcuts";
import { useMakeBoardActions } from "./use-board-actions";
import { useBoardShortcuts } from "./use-board-shortcuts";
import { useEventCallback } from "./use-event-callback";
import { useOpenAddress } from "./use-open-address";

type LiveBoardProps = {
  board: VisibleBoard;
  connection: Connection;
  /** What is chosen; the board may still be on its way to show it. */
  filter: BoardFilter;
  isCurrent: boolean;
  arrangement: Arrangement;
  onArrange: (part: Partial<Arrangement>) => void;
};

/** A board that was read: its head, its columns, and the panel of the card that is open. */
export function LiveBoard(props: LiveBoardProps) {
  const { board, connection, filter, isCurrent, arrangement, onArrange } = props;
  const { membership, canEdit, stages } = useBoardFrame();
  const columns = useRef<BoardColumnsHandle>(null);
  const [addingTo, setAddingTo] = useState<string | null>(null);
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  const { flights, flyingIds, launch, land } = useFlights();
  const { openId, open, close } = useOpenAddress();
  const selection = useSelection(board);
  const { lost, wins, closed, explain } = useClosing();
  const { actions, hiddenIds } = useMakeBoardActions({
    board,
    launch,
    focusCard: (id) => columns.current?.focusCard(id),
    openId,
    open,
    close,
    add: setAddingTo,
    selection,
    closed,
  });
  const moverOf = useRemoteMoves({ board, launch, handId: () => columns.current?.handId() });

  useOfflineCode(connection === "live");

  const firstOpen = stages.find(({ kind }) => kind === "open")?.id;
  const addSomewhere = useEventCallback(() => {
    const active = stages.find(({ id }) => id === columns.current?.activeStage());
    const stageId = active?.kind === "open" ? active.id : firstOpen;
    if (stageId !== undefined) setAddingTo(stageId);
  });
  const focusSearch = () => document.querySelector<HTMLElement>("[data-board-search]")?.focus();
  const showShortcuts = () => setShowsShortcuts(true);
  useBoardShortcuts({ "/": focusSearch, "?": showShortcuts, ...(canEdit && { c: addSomewhere }) });

  const shown = hideCards(board, hiddenIds);
  const count = shown.columns.reduce((sum, column) => sum + column.count, 0);
  // A forecast needs its months: until they are there, what is there is drawn as it was.
  const layout =
    filter.layout === "forecast" && shown.query.group !== "month" ? "board" : filter.layout;
  const addsInColumn =
    addingTo !== null &&
    layout === "board" &&
    shown.query.group === "stage" &&
    !arrangement.folded.includes(addingTo);
  const isEmpty = count === 0 && !addsInColumn;
  return (
    <BoardActionsProvider value={actions}>
      <LazyBoardHeader
        slug={membership.slug}
        count={count}
        filter={filter}
        arrangement={arrangement}
        onArrange={onArrange}
        onAdd={canEdit ? addSomewhere : undefined}
      />
      <LateConnectionNotice connection={connection} />
      {addingTo !== null && !addsInColumn && (
        <FloatingQuickAdd
          stageId={addingTo}
          onClose={() => setAddingTo(null)}
          hasPanel={openId !== null}
        />
      )}
      {isEmpty && (
        <LazyEmptyBoard
          slug={membership.slug}
          filter={filter}
          group={shown.query.group}
          onAdd={canEdit ? addSomewhere : undefined}
        />
      )}
      {!isEmpty && layout === "list" && (
        <LazyList board={shown} selection={selection} openId={openId} />
      )}
      {!isEmpty && layout === "forecast" && (
        <LazyForecast board={shown} selection={selection} openId={openId} />
      )}
      {!isEmpty && layout === "board" && (
        <BoardColumns
          ref={columns}
          board={{ ...shown, columns: arrange(shown.columns, arrangement.order) }}
          arrangement={arrangement}
          onArrange={onArrange}
          isCurrent={isCurrent}
          selection={selection}
          openId={openId}
          flyingIds={flyingIds}
          moverOf={moverOf}
          launch={launch}
          adding={
            addingTo === null
              ? null
              : {
                  stageId: addingTo,
                  form: <LazyQuickAdd stageId={addingTo} onClose={() => setAddingTo(null)} />,
                }
          }
        />
      )}
      {selection.ids.size > 0 && (
        <LateSelectionBar
          count={selection.ids.size}
          onMove={(stageId) => actions.moveAll(inBoardOrder(board, selection.ids), stageId)}
          onClear={selection.clear}
        />
      )}
      <LazyLostDialog name={lost?.name ?? null} onReason={explain} />
      {wins > 0 && <LateCelebration wins={wins} />}
      <LazyShortcuts open={showsShortcuts} onOpenChange={setShowsShortcuts} />
      <LateFlightLayer flights={flights} onLanded={land} />
      {openId !== null && (
        <LazyOpportunityPanel opportunityId={openId} board={shown} onOpen={open} onClose={close} />
      )}
    </BoardActionsProvider>
  );
}
