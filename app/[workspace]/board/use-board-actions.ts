"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useBoard } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { BoardStage } from "@/domain/board-answers";
import type { Card } from "@/domain/board-card";
import type { Drop } from "@/domain/board-pending";
import type { VisibleBoard } from "@/domain/board-visible";
import type { BoardActions, Landing } from "./board-actions";
import { cardRect } from "./column/column-registry";
import type { Flight } from "./flight/flight";
import { neighboursOf } from "./lift/slot";
import { inBoardOrder, type Selection } from "./selection/use-selection";
import { useUndoStack } from "./undo/use-undo-stack";
import { undoTime, useDeletions } from "./use-deletions";
import { useEventCallback } from "./use-event-callback";
import { useRegroup } from "./use-regroup";

type Options = {
  board: VisibleBoard | undefined;
  launch: (flight: Flight) => void;
  focusCard: (id: string) => void;
  openId: string | null;
  open: (id: string) => void;
  close: () => void;
  add: (stageId: string) => void;
  selection: Selection;
  /** Called with each card that a stage ends the sale of. */
  closed: (card: Card, stage: BoardStage) => void;
};

/** The actions of the board, and the cards that are hidden because their deletion waits. */
export function useMakeBoardActions(options: Options) {
  const { board, launch, focusCard, openId, close, selection, closed } = options;
  const t = useTranslations("board.toasts");
  const toast = useToast();
  const errorText = useErrorText();
  const { mutations, loadMore } = useBoard();
  const offerUndo = useUndoStack();

  function move(id: string, to: Drop) {
    const name = board?.cardOf(id)?.name ?? "";
    mutations.move({ id, ...to }).catch((error: unknown) => {
      // In place of what is then not true and cannot be undone; one message a card is enough.
      toast.show({
        id: movedToast(id),
        title: t("moveFailed", { name }),
        description: errorText(error),
        tone: "error",
      });
    });
  }

  function moveAndOfferUndo(card: Card, to: Drop) {
    if (!board) return;
    const { id, name } = card;
    const back = placeOf(board, card);
    const stage = board.stages.find((one) => one.id === to.stageId);
    move(id, to);
    if (!stage || card.stageId === stage.id) return;
    closed(card, stage);
    offerUndo({
      toastId: movedToast(id),
      title: t("moved", { name, stage: stage.name }),
      undo: () => takeBack(id, stage.id, back),
    });
  }

  const takeBack = useEventCallback((id: string, stageId: string, back: Drop) => {
    const card = board?.cardOf(id);
    if (!card) return t("goneMeanwhile");
    // Somebody else had a reason to carry it on.
    if (card.stageId !== stageId) return t("movedMeanwhile", { name: card.name });
    launchFrom(id);
    move(id, back);
    return undefined;
  });

  function moveToTop(card: Card, stageId: string) {
    const [first] = board?.columns.find(({ key }) => key === stageId)?.ids ?? [];
    moveAndOfferUndo(card, { stageId, afterId: null, beforeId: first ?? null });
  }

  const regroup = useRegroup({ board, launchFrom, offerUndo });
  function moveManyAndOfferUndo(ids: readonly string[], to: Drop) {
    const stage = board?.stages.find((one) => one.id === to.stageId);
    if (!board || !stage) return;
    const cards = ids.flatMap((id) => board.cardOf(id) ?? []);
    const count = cards.length;
    const backs = cards.map((card) => ({ id: card.id, back: placeOf(board, card) }));
    mutations.moveMany({ ids, ...to }).catch((error: unknown) => {
      toast.show({
        id: manyToast,
        title: t("moveManyFailed", { count }),
        description: errorText(error),
        tone: "error",
      });
    });
    selection.clear();
    offerUndo({
      toastId: manyToast,
      title: t("movedMany", { count, stage: stage.name }),
      undo: () => {
        const reasons = backs.flatMap(({ id, back }) => takeBack(id, stage.id, back) ?? []);
        return reasons[0];
      },
    });
  }

  const moveAll = useEventCallback((ids: readonly string[], stageId: string) => {
    const column = board?.columns.find(({ key }) => key === stageId)?.ids ?? [];
    const beforeId = column.find((id) => !ids.includes(id)) ?? null;
    moveManyAndOfferUndo(ids, { stageId, afterId: null, beforeId });
  });

  function dropAll(ids: readonly string[], { column, isZone, afterId, beforeId }: Landing) {
    if (isZone) return moveAll(ids, column);
    if (board?.query.group !== "stage") {
      for (const id of ids) {
        const card = board?.cardOf(id);
        if (card) regroup(card, column);
      }
      return selection.clear();
    }
    const order = board.columns.find(({ key }) => key === column)?.ids ?? [];
    const at = afterId === null ? order.indexOf(beforeId ?? "") : order.indexOf(afterId) + 1;
    const above = order.slice(0, Math.max(at, 0)).findLast((id) => !ids.includes(id)) ?? null;
    const below = order.slice(Math.max(at, 0)).find((id) => !ids.includes(id)) ?? null;
    moveManyAndOfferUndo(ids, { stageId: column, afterId: above, beforeId: below });
  }

  const drop = useEventCallback((id: string, landing: Landing) => {
    const card = board?.cardOf(id);
    if (!board || !card) return;
    const { column, isZone, ...neighbours } = landing;
    if (selection.ids.size > 1 && selection.ids.has(id)) {
      return dropAll(inBoardOrder(board, selection.ids), landing);
    }
    if (isZone) moveToTop(card, column);
    else if (board.query.group === "stage")
      moveAndOfferUndo(card, { stageId: column, ...neighbours });
    else regroup(card, column);
  });

  const moveTo = useEventCallback((id: string, stageId: string) => {
    const card = board?.cardOf(id);
    if (!board || !card) return;
    launchFrom(id);
    moveToTop(card, stageId);
    // From the panel the focus stays in the panel.
    if (!document.activeElement?.closest("[data-panel]")) focusCard(id);
  });

  function launchFrom(id: string) {
    const card = board?.cardOf(id);
    const from = cardRect(id);
    if (card && from) launch({ card, from, tilt: 0, mover: undefined });
  }

  const { hiddenIds, remove: hide } = useDeletions({
    commit: (id) => mutations.remove(id),
    onFailed: (id, error) => {
      const name = board?.cardOf(id)?.name ?? "";
      toast.error(t("deleteFailed", { name }), errorText(error));
    },
    offerUndo: (id, undo) => {
      const name = board?.cardOf(id)?.name ?? "";
      return toast.undoable(t("deleted", { name }), undo, { duration: undoTime });
    },
  });
  const remove = useEventCallback((id: string) => {
    if (id === openId) close();
    hide(id);
  });

  const more = useEventCallback((column: string) => {
    loadMore(column).catch((error: unknown) => {
      toast.show({ id: "more-failed", title: t("moreFailed"), description: errorText(error) });
    });
  });
  const select = useEventCallback(selection.toggle);
  const open = useEventCallback(options.open);
  const add = useEventCallback(options.add);

  const actions: BoardActions = useMemo(
    () => ({ open, drop, moveTo, moveAll, select, remove, add, loadMore: more }),
    [open, drop, moveTo, moveAll, select, remove, add, more],
  );
  return { actions, hiddenIds };
}

const manyToast = "moved-many";

function movedToast(id: string): string {
  return `moved-${id}`;
}

/** Where a card is, in the words of a drop: to put it back there. */
function placeOf(board: VisibleBoard, { id, stageId }: Card): Drop {
  const ids = board.columns.find(({ key }) => key === stageId)?.ids ?? [];
  const others = ids.filter((one) => one !== id);
  return { stageId, ...neighboursOf(others, Math.max(0, ids.indexOf(id))) };
}
