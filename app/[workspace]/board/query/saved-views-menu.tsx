"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { Button } from "@/app/_ui/button";
import { DeferredMenu } from "@/app/_ui/popup/deferred-menu";
import type { PopupState } from "@/app/_ui/popup/use-deferred-popup";
import type { BoardFilter } from "@/domain/board-filter";

const [BoardViewsPopup, preload] = deferred(
  async () => (await import("./board-views-popup")).BoardViewsPopup,
);

type SavedViewsMenuProps = { filter: BoardFilter; onChoose: (filter: BoardFilter) => void };

/** The saved views of the board. */
export function SavedViewsMenu(props: SavedViewsMenuProps) {
  return (
    <ViewsButton preload={preload}>
      {(popup, onCurrent) => <BoardViewsPopup {...props} popup={popup} onCurrent={onCurrent} />}
    </ViewsButton>
  );
}

type ViewsButtonProps = {
  preload: () => void;
  children: (popup: PopupState, onCurrent: (name: string | null) => void) => ReactNode;
};

/** The button of the saved views; once they were read, it wears the name of the one that shows. */
export function ViewsButton({ preload: fetchAhead, children }: ViewsButtonProps) {
  const t = useTranslations("views.saved");
  const [current, setCurrent] = useState<string | null>(null);
  return (
    <DeferredMenu
      preload={fetchAhead}
      trigger={(props) => (
        <Button
          {...props}
          variant="ghost"
          icon={<Bookmark size={16} />}
          className="min-w-0 max-w-56"
          aria-label={current === null ? t("menu") : t("current", { name: current })}
        >
          <span className="truncate">{current ?? t("menu")}</span>
        </Button>
      )}
    >
      {(popup) => children(popup, setCurrent)}
    </DeferredMenu>
  );
}
