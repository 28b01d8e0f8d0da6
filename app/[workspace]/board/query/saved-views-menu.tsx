"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { Button } from "@/app/_ui/button";
import { DeferredMenu } from "@/app/_ui/popup/deferred-menu";
import type { BoardFilter } from "@/domain/board-filter";

const [SavedViewsPopup, preload] = deferred(
  async () => (await import("./saved-views-popup")).SavedViewsPopup,
);

type SavedViewsMenuProps = { filter: BoardFilter; onChoose: (filter: BoardFilter) => void };

/** The button of the saved views; once they were read, it wears the name of the one that shows. */
export function SavedViewsMenu({ filter, onChoose }: SavedViewsMenuProps) {
  const t = useTranslations("views.saved");
  const [current, setCurrent] = useState<string | null>(null);
  return (
    <DeferredMenu
      preload={preload}
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
      {(popup) => (
        <SavedViewsPopup popup={popup} filter={filter} onChoose={onChoose} onCurrent={setCurrent} />
      )}
    </DeferredMenu>
  );
}
