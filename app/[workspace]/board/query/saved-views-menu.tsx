"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { newId } from "@/app/_realtime/new-id";
import { Button } from "@/app/_ui/button";
import { Menu } from "@/app/_ui/popup/menu";
import type { BoardFilter } from "@/domain/board-filter";
import { useBoardFrame } from "../board-frame";
import { filterOf, parametersOf, viewOf } from "./saved-view";
import { useSavedViews } from "./use-saved-views";
import { useViewEntries } from "./use-view-entries";

const loadDialog = () => import("./view-dialog");
const ViewDialog = lazy(() => loadDialog().then((module) => ({ default: module.ViewDialog })));

type SavedViewsMenuProps = { filter: BoardFilter; onChoose: (filter: BoardFilter) => void };

/** The saved views behind a button: to choose one, and to keep what the board shows as one. */
export function SavedViewsMenu({ filter, onChoose }: SavedViewsMenuProps) {
  const t = useTranslations("views.saved");
  const { membership } = useBoardFrame();
  const [isWanted, setIsWanted] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [dialog, setDialog] = useState<"save" | "rename" | null>(null);
  const { views, isError, refresh, create, update, remove } = useSavedViews(isWanted);
  const current = viewOf(views ?? [], filter, chosenId);
  // Whoever chose a view and then changed the filter is still at work on it.
  const chosen = current ?? views?.find(({ id }) => id === chosenId);

  const entries = useViewEntries({
    views,
    isError,
    current,
    chosen,
    choose: (view) => {
      setChosenId(view.id);
      onChoose(filterOf(view));
    },
    save: () => setDialog("save"),
    rename: () => setDialog("rename"),
    update: (view) => update(view, { parameters: parametersOf(filter) }),
    share: (view) => update(view, { isShared: !view.isShared }),
    remove: (view) => remove(view.id),
  });

  function keep({ name, isShared }: { name: string; isShared: boolean }) {
    if (dialog === "rename" && chosen) return update(chosen, { name, isShared });
    const id = newId();
    const { memberId: ownerId } = membership;
    create({ id, ownerId, name, isShared, parameters: parametersOf(filter), version: 1 });
    setChosenId(id);
  }

  const isRenaming = dialog === "rename" && chosen !== undefined;
  return (
    <>
      <Menu
        label={t("menu")}
        entries={entries}
        trigger={(props) => (
          <Button
            {...props}
            variant="ghost"
            icon={<Bookmark size={16} />}
            className="min-w-0 max-w-56"
            aria-label={current ? t("current", { name: current.name }) : t("menu")}
            onPointerEnter={() => {
              setIsWanted(true);
              void loadDialog();
              props.onPointerEnter();
            }}
            onFocus={() => {
              setIsWanted(true);
              props.onFocus();
            }}
            onClick={() => {
              setIsWanted(true);
              if (!props["aria-expanded"]) refresh();
              props.onClick();
            }}
          >
            <span className="truncate">{current?.name ?? t("menu")}</span>
          </Button>
        )}
      />
      {dialog !== null && (
        <Suspense fallback={null}>
          <ViewDialog
            title={t(isRenaming ? "renameTitle" : "saveTitle")}
            name={isRenaming ? chosen.name : ""}
            isShared={isRenaming && chosen.isShared}
            onSave={keep}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </>
  );
}
