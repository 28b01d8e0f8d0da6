"use client";

import { Bookmark, BookmarkPlus, Pencil, RefreshCw, Trash2, UserRound, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MenuEntry } from "@/app/_ui/popup/menu";
import { canAdminister } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";
import type { SavedView } from "./saved-view";

type Options = {
  /** Undefined until they are read. */
  views: readonly SavedView[] | undefined;
  isError: boolean;
  /** The view that shows what the screen shows. */
  current: SavedView | undefined;
  /** The view that was chosen, also when the filter was changed since. */
  chosen: SavedView | undefined;
  choose: (view: SavedView) => void;
  save: () => void;
  rename: () => void;
  update: (view: SavedView) => void;
  share: (view: SavedView) => void;
  remove: (view: SavedView) => void;
  memberName: (id: string | null) => string | undefined;
};

/** The menu of saved views: own, shared by others, and what can be done to the chosen one. */
export function useViewEntries(options: Options): MenuEntry[] {
  const { views, isError, save } = options;
  const t = useTranslations("views.saved");
  const lists = useLists(options);
  const edits = useEdits(options);
  const saving: MenuEntry = { label: t("save"), icon: <BookmarkPlus size={16} />, onSelect: save };
  if (!views) {
    const note = t(isError ? "failedToLoad" : "loading");
    return [{ label: note, disabled: true, onSelect: () => {} }];
  }
  const empty: MenuEntry = { kind: "heading", label: t("none") };
  const listed = lists.length === 0 ? [empty] : lists;
  return [...listed, { kind: "separator" }, saving, ...edits];
}

function useLists({ views = [], current, choose, memberName }: Options): MenuEntry[] {
  const t = useTranslations("views.saved");
  const { memberId } = useWorkspace();
  const isOwn = ({ ownerId }: SavedView) => ownerId === memberId;
  const list = (label: string, members: readonly SavedView[]): MenuEntry[] => {
    if (members.length === 0) return [];
    const options = members.map((view) => {
      const owner = isOwn(view) ? undefined : memberName(view.ownerId);
      return {
        value: view.id,
        label: owner === undefined ? view.name : `${view.name} · ${t("by", { name: owner })}`,
        icon: view.isShared ? <Users size={16} /> : <Bookmark size={16} />,
      };
    });
    const onChoose = (id: string) => {
      const view = members.find((one) => one.id === id);
      if (view) choose(view);
    };
    return [{ kind: "choice", label, options, value: current?.id ?? null, onChoose }];
  };
  return [
    ...list(t("own"), views.filter(isOwn)),
    ...list(
      t("shared"),
      views.filter((view) => !isOwn(view)),
    ),
  ];
}

function useEdits({ current, chosen, rename, update, share, remove }: Options): MenuEntry[] {
  const t = useTranslations("views.saved");
  const { memberId, accessRole } = useWorkspace();
  if (!chosen) return [];
  const { name, isShared } = chosen;
  const isOwn = chosen.ownerId === memberId;
  const deletion: MenuEntry = {
    label: t("delete", { name }),
    icon: <Trash2 size={16} />,
    danger: true,
    onSelect: () => remove(chosen),
  };
  if (!isOwn) {
    return canAdminister(accessRole) ? [{ kind: "separator" }, deletion] : [];
  }
  const changed: MenuEntry = {
    label: t("update", { name }),
    icon: <RefreshCw size={16} />,
    onSelect: () => update(chosen),
  };
  return [
    { kind: "separator" },
    ...(current?.id === chosen.id ? [] : [changed]),
    { label: t("rename", { name }), icon: <Pencil size={16} />, onSelect: rename },
    {
      label: t(isShared ? "unshare" : "share", { name }),
      icon: isShared ? <UserRound size={16} /> : <Users size={16} />,
      onSelect: () => share(chosen),
    },
    deletion,
  ];
}
