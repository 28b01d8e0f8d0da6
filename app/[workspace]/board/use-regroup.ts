"use client";

import { useTranslations } from "next-intl";
import { useBoard } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { Card } from "@/domain/board-card";
import { columnKeyOf, patchFor } from "@/domain/board-grouping";
import type { VisibleBoard } from "@/domain/board-visible";
import type { OpportunityPatch } from "@/domain/opportunity-input";
import { useColumnTitle } from "./column/column-title";
import type { Undoable } from "./undo/use-undo-stack";

type Options = {
  board: VisibleBoard | undefined;
  launchFrom: (id: string) => void;
  offerUndo: (change: Undoable) => void;
};

/** Drops on boards by owner or month: they change the owner or the day of closing, undoably. */
export function useRegroup({ board, launchFrom, offerUndo }: Options) {
  const t = useTranslations("query.regroup");
  const failed = useTranslations("board.toasts");
  const toast = useToast();
  const errorText = useErrorText();
  const labelOf = useColumnTitle(board?.query.group ?? "stage");
  const { mutations } = useBoard();

  function save(card: Card, version: number, patch: OpportunityPatch): void {
    const fail = (reason: string) => {
      toast.dismiss(regroupedToast(card.id));
      toast.error(failed("moveFailed", { name: card.name }), reason);
    };
    mutations.edit({ id: card.id, version, patch }).then(
      (answer) => {
        if (answer.status === "conflict") fail(t("changedMeanwhile"));
      },
      (error: unknown) => fail(errorText(error)),
    );
  }

  return (card: Card, column: string): void => {
    if (!board || columnKeyOf(card, board) === column) return;
    const patch = patchFor(board.query.group, column);
    if (!patch) {
      toast.show({ id: regroupedToast(card.id), title: t("needsDay", { name: card.name }) });
      return;
    }
    save(card, card.version, patch);
    const title = t("moved", { name: card.name, column: labelOf(column) });
    const { ownerId, expectedCloseOn } = card;
    const undo = () => {
      launchFrom(card.id);
      // The own edit is followed by the mutations: from the version it was based on. What somebody
      // else changed since comes back as a conflict.
      save(card, card.version, board.query.group === "owner" ? { ownerId } : { expectedCloseOn });
      return undefined;
    };
    offerUndo({ toastId: regroupedToast(card.id), title, undo });
  };
}

function regroupedToast(id: string): string {
  return `regrouped-${id}`;
}
