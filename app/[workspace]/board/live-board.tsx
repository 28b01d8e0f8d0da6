"use client";

import { useRef, useState } from "react";
import type { Connection } from "@/app/_realtime/board-sync";
import type { VisibleBoard } from "@/domain/board-visible";
import { BoardActionsProvider } from "./board-actions";
import { BoardColumns, type BoardColumnsHandle } from "./board-columns";
import { BoardEmpty } from "./board-empty";
import { useBoardFrame } from "./board-frame";
import { FlightLayer } from "./flight/flight-layer";
import { useFlights } from "./flight/use-flights";
import { useRemoteMoves } from "./flight/use-remote-moves";
import { BoardHeader } from "./header/board-header";
import { ConnectionNotice } from "./header/connection-notice";
import { hideCards } from "./hidden-cards";
import { OpportunityPanel } from "./panel/opportunity-panel";
import { LazyQuickAdd } from "./quick-add/lazy-quick-add";
import { useMakeBoardActions } from "./use-board-actions";
import { useBoardShortcuts } from "./use-board-shortcuts";
import { useEventCallback } from "./use-event-callback";
import { useOpenAddress } from "./use-open-address";

type LiveBoardProps = { board: VisibleBoard; connection: Connection };

/** A board that was read: its head, its columns, and the panel of the card that is open. */
export function LiveBoard({ board, connection }: LiveBoardProps) {
  const { membership, canEdit, stages } = useBoardFrame();
  const columns = useRef<BoardColumnsHandle>(null);
  const [addingTo, setAddingTo] = useState<string | null>(null);
  const { flights, flyingIds, launch, land } = useFlights();
  const { openId, open, close } = useOpenAddress(membership.slug);
  const { actions, hiddenIds } = useMakeBoardActions({
    board,
    launch,
    focusCard: (id) => columns.current?.focusCard(id),
    openId,
    open,
    close,
    add: setAddingTo,
  });
  const moverOf = useRemoteMoves({ board, launch, handId: () => columns.current?.handId() });

  const firstOpen = stages.find(({ kind }) => kind === "open")?.id;
  const addSomewhere = useEventCallback(() => {
    const active = stages.find(({ id }) => id === columns.current?.activeStage());
    const stageId = active?.kind === "open" ? active.id : firstOpen;
    if (stageId !== undefined) setAddingTo(stageId);
  });
  useBoardShortcuts(canEdit ? { c: addSomewhere } : {});

  const shown = hideCards(board, hiddenIds);
  const count = shown.columns.reduce((sum, column) => sum + column.count, 0);
  const isEmpty = count === 0 && addingTo === null;
  return (
    <BoardActionsProvider value={actions}>
      <BoardHeader
        slug={membership.slug}
        count={count}
        connection={connection}
        onAdd={canEdit ? addSomewhere : undefined}
      />
      <ConnectionNotice connection={connection} />
      {isEmpty ? (
        <BoardEmpty slug={membership.slug} onAdd={canEdit ? addSomewhere : undefined} />
      ) : (
        <BoardColumns
          ref={columns}
          board={shown}
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
      <FlightLayer flights={flights} onLanded={land} />
      {openId !== null && <OpportunityPanel opportunityId={openId} board={board} onClose={close} />}
    </BoardActionsProvider>
  );
}
