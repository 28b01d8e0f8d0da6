"use client";

import { Ellipsis, PanelRight, SquareCheck, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { canDeleteOpportunity } from "@/domain/access";
import type { Card } from "@/domain/board-card";
import { StageMark } from "../../stage-mark";
import { useBoardActions } from "../board-actions";
import { useBoardFrame } from "../board-frame";

type CardMenuProps = { card: Card; isSelected: boolean; tabIndex: 0 | -1 };

/** Everything that dragging does, and more, for whoever cannot or will not drag. */
export function CardMenu({ card, isSelected, tabIndex }: CardMenuProps) {
  const t = useTranslations("board.menu");
  const { stages, canEdit, membership } = useBoardFrame();
  const { open, moveTo, select, remove } = useBoardActions();
  const { accessRole, memberId } = membership;
  const label = t("label", { name: card.name });
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
  return (
    <Menu
      label={label}
      align="end"
      entries={entries}
      trigger={(props) => (
        <IconButton
          {...props}
          size="sm"
          label={label}
          tabIndex={tabIndex}
          icon={<Ellipsis size={16} />}
        />
      )}
    />
  );
}
