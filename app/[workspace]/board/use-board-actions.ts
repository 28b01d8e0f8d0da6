"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useBoard } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { Card } from "@/domain/board-card";
import type { Drop } from "@/domain/board-pending";
import type { VisibleBoard } from "@/domain/board-visible";
import type { BoardActions, Landing } from "./board-actions";
import { cardRect } from "./column/column-registry";
import type { Flight } from "./flight/flight";
import { neighboursOf } from "./lift/slot";
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
};

/** The actions of the board, and the cards that are hidden because their deletion waits. */
export function useMakeBoardActions(options: Options) {
  const { board, launch, focusCard, openId, close } = options;
  const t = useTranslations("board.toasts");
  const toast = useToast();
  const errorText = useErrorText();
  const { mutations, loadMore } = useBoard();
  const stageName = (id: string) => board?.stages.find((stage) => stage.id === id)?.name ?? "";

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
    const back = placeOf(board, card);
    move(card.id, to);
    if (card.stageId === to.stageId) return;
    const title = t("moved", { name: card.name, stage: stageName(to.stageId) });
    const undo = () => {
      launchFrom(card.id);
      move(card.id, back);
    };
    toast.undoable(title, undo, { id: movedToast(card.id) });
  }

  const regroup = useRegroup({ board, launchFrom });
  const drop = useEventCallback((id: string, { column, ...neighbours }: Landing) => {
    const card = board?.cardOf(id);
    if (!board || !card) return;
    if (board.query.group === "stage") moveAndOfferUndo(card, { stageId: column, ...neighbours });
    else regroup(card, column);
  });

  const moveTo = useEventCallback((id: string, stageId: string) => {
    const card = board?.cardOf(id);
    if (!board || !card) return;
    const [first] = board.columns.find(({ key }) => key === stageId)?.ids ?? [];
    launchFrom(id);
    moveAndOfferUndo(card, { stageId, afterId: null, beforeId: first ?? null });
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
  const open = useEventCallback(options.open);
  const add = useEventCallback(options.add);

  const actions: BoardActions = useMemo(
    () => ({ open, drop, moveTo, remove, add, loadMore: more }),
    [open, drop, moveTo, remove, add, more],
  );
  return { actions, hiddenIds };
}

function movedToast(id: string): string {
  return `moved-${id}`;
}

/** Where a card is, in the words of a drop: to put it back there. */
function placeOf(board: VisibleBoard, { id, stageId }: Card): Drop {
  const ids = board.columns.find(({ key }) => key === stageId)?.ids ?? [];
  const others = ids.filter((one) => one !== id);
  return { stageId, ...neighboursOf(others, Math.max(0, ids.indexOf(id))) };
}
