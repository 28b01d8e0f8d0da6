"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useBoard } from "@/app/_realtime/use-board";
import { useErrorText } from "@/app/_trpc/error-text";
import { useToast } from "@/app/_ui/toast/use-toast";
import type { BoardStage } from "@/domain/board-answers";
import type { Card } from "@/domain/board-card";

/** What follows when a sale is over: a lost one is asked for its reason, a won one is a joy. */
export function useClosing() {
  const t = useTranslations("board.closing");
  const toast = useToast();
  const errorText = useErrorText();
  const { mutations } = useBoard();
  const [lost, setLost] = useState<Card | null>(null);
  /** Rises with every sale that was won here. */
  const [wins, setWins] = useState(0);

  return {
    lost,
    wins,
    closed(card: Card, stage: BoardStage): void {
      if (stage.kind === "lost") setLost(card);
      if (stage.kind === "won") setWins((count) => count + 1);
    },
    /** Null: it will not be told. The card is lost all the same. */
    explain(reason: string | null): void {
      const card = lost;
      setLost(null);
      if (!card || reason === null) return;
      const failed = (why: string) =>
        toast.error(t("reasonFailed", { name: card.name, reason }), why);
      // The move is this page's own, so the edit is based on it.
      mutations.edit({ id: card.id, version: card.version, patch: { lostReason: reason } }).then(
        (answer) => answer.status === "conflict" && failed(t("reasonConflict")),
        (error: unknown) => failed(errorText(error)),
      );
    },
  };
}
