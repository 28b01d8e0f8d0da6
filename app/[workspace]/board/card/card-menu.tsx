"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { deferred } from "@/app/_late/deferred";

import { IconButton } from "@/app/_ui/icon-button";
import { DeferredMenu } from "@/app/_ui/popup/deferred-menu";
import type { Card } from "@/domain/board-card";

const [CardMenuPopup, preload] = deferred(
  async () => (await import("./card-menu-popup")).CardMenuPopup,
);

/** Fetches the menu of cards ahead. */
export function preloadCardMenu(): void {
  preload();
}

type CardMenuProps = { card: Card; isSelected: boolean; tabIndex: 0 | -1 };

/** The button of a card's menu. */
export function CardMenu({ card, isSelected, tabIndex }: CardMenuProps) {
  const t = useTranslations("board.menu");
  const label = t("label", { name: card.name });
  return (
    <DeferredMenu
      preload={preload}
      trigger={(props) => (
        <IconButton
          {...props}
          size="sm"
          label={label}
          tabIndex={tabIndex}
          icon={<Ellipsis size={16} />}
        />
      )}
    >
      {(popup) => <CardMenuPopup popup={popup} label={label} card={card} isSelected={isSelected} />}
    </DeferredMenu>
  );
}
