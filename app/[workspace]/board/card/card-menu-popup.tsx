"use client";

import { PanelRight, SquareCheck, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MenuEntry } from "@/app/_ui/popup/menu";
import { MenuPopup } from "@/app/_ui/popup/menu-popup";
import type { PopupState } from "@/app/_ui/popup/use-deferred-popup";
import { canDeleteOpportunity } from "@/domain/access";
import type { Card } from "@/domain/board-card";
import { StageMark } from "../../stage-mark";
import { useBoardActions } from "../board-actions";
import { useBoardFrame } from "../board-frame";

type CardMenuPopupProps = {
  popup: PopupState;
  /** Names the menu for screen readers. */
  label: string;
  card: Card;
  isSelected: boolean;
};

/** Everything that dragging does, and more, for whoever cannot or will not drag. */
export function CardMenuPopup({ popup, label, card, isSelected }: CardMenuPopupProps) {
  const t = useTranslations("board.menu");
  const { stages, canEdit, membership } = useBoardFrame();
  const { open, moveTo, select, remove } = useBoardActions();
  const { accessRole, memberId } = membership;
  const entries: MenuEntry[] = [
    { label: t("open"), icon: <PanelRight size={16} />, onSelect: () => open(card.id) },
  ];
  if (canEdit) {
    entries.push(
      {
        label: t(isSelected ? "unselect" : "select"),
        icon: <SquareCheck size={16} />,
        shortcut: "X",
        onSelect: () => select(card.id),
      },
      { kind: "separator" },
      {
        kind: "choice",
        label: t("moveTo"),
        value: card.stageId,
        options: stages.map((stage) => ({
          value: stage.id,
          label: stage.name,
          icon: <StageMark stage={stage} stages={stages} />,
        })),
        onChoose: (stageId) => stageId !== card.stageId && moveTo(card.id, stageId),
      },
    );
  }
  if (canDeleteOpportunity(accessRole, card, memberId)) {
    entries.push(
      { kind: "separator" },
      {
        label: t("delete"),
        icon: <Trash2 size={16} />,
        danger: true,
        onSelect: () => remove(card.id),
      },
    );
  }
  return <MenuPopup popup={popup} label={label} align="end" entries={entries} />;
}
