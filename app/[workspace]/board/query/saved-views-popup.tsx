"use client";

import { useTranslations } from "next-intl";
import { Suspense, useEffect, useState } from "react";
import { deferred } from "@/app/_late/deferred";
import { newId } from "@/app/_realtime/new-id";
import { MenuPopup } from "@/app/_ui/popup/menu-popup";
import type { PopupState } from "@/app/_ui/popup/use-deferred-popup";
import { useWorkspace } from "../../workspace-context";
import { type ViewedScreen, viewOf } from "./saved-view";
import { useSavedViews } from "./use-saved-views";
import { useViewEntries } from "./use-view-entries";

const [ViewDialog] = deferred(async () => (await import("./view-dialog")).ViewDialog);

type SavedViewsPopupProps = {
  popup: PopupState;
  screen: ViewedScreen;
  /** Told the name of the view that shows what the screen shows; null if none does. */
  onCurrent: (name: string | null) => void;
};

/** The saved views: to choose one, and to keep what the screen shows as one. */
export function SavedViewsPopup({ popup, screen, onCurrent }: SavedViewsPopupProps) {
  const t = useTranslations("views.saved");
  const { memberId } = useWorkspace();
  const { kind, parameters } = screen;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [dialog, setDialog] = useState<"save" | "rename" | null>(null);
  const { views, isError, refresh, create, update, remove } = useSavedViews(kind);
  const current = viewOf(views ?? [], screen, chosenId);
  // Whoever chose a view and then changed the filter is still at work on it.
  const chosen = current ?? views?.find(({ id }) => id === chosenId);
  const currentName = current?.name ?? null;

  useEffect(() => onCurrent(currentName), [onCurrent, currentName]);
  useEffect(() => {
    if (popup.open) refresh();
  }, [popup.open, refresh]);

  const entries = useViewEntries({
    views,
    isError,
    current,
    chosen,
    choose: (view) => {
      setChosenId(view.id);
      screen.choose(view.parameters);
    },
    save: () => setDialog("save"),
    rename: () => setDialog("rename"),
    update: (view) => update(view, { parameters }),
    share: (view) => update(view, { isShared: !view.isShared }),
    remove: (view) => remove(view.id),
    memberName: screen.memberName,
  });

  function keep({ name, isShared }: { name: string; isShared: boolean }) {
    if (dialog === "rename" && chosen) return update(chosen, { name, isShared });
    const id = newId();
    create({ id, ownerId: memberId, kind, name, isShared, parameters, version: 1 });
    setChosenId(id);
  }

  const isRenaming = dialog === "rename" && chosen !== undefined;
  return (
    <>
      <MenuPopup popup={popup} label={t("menu")} entries={entries} />
      {dialog !== null && (
        <Suspense fallback={null}>
          <ViewDialog
            title={t(isRenaming ? "renameTitle" : "saveTitle")}
            name={isRenaming ? chosen.name : ""}
            isShared={isRenaming && chosen.isShared}
            kind={kind}
            onSave={keep}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </>
  );
}
