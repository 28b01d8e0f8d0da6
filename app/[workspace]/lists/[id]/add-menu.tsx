"use client";

import { Bookmark, ChevronDown, FileUp, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { canManageLists } from "@/domain/access";
import { useWorkspace } from "../../workspace-context";

type AddMenuProps = {
  listId: string;
  /** While a view is on its way, no other one is. */
  isFilling: boolean;
  onParty: () => void;
  onView: () => void;
};

/** The ways onto a list. */
export function AddMenu({ listId, isFilling, onParty, onView }: AddMenuProps) {
  const t = useTranslations("contactList.add");
  const { slug, accessRole } = useWorkspace();
  const entries: MenuEntry[] = [
    { label: t("one"), icon: <UserPlus size={16} />, onSelect: onParty },
    { label: t("view"), icon: <Bookmark size={16} />, disabled: isFilling, onSelect: onView },
  ];
  if (canManageLists(accessRole)) {
    const href = `/${slug}/lists/${listId}/import` as const;
    entries.push({ kind: "link", label: t("file"), icon: <FileUp size={16} />, href });
  }
  return (
    <Menu
      label={t("action")}
      align="end"
      entries={entries}
      trigger={(props) => (
        <Button
          {...props}
          variant="primary"
          className="min-w-(--control-md)"
          icon={<UserPlus size={16} />}
          trailing={<ChevronDown size={14} />}
          aria-label={t("action")}
        >
          <span className="in-[header]:max-sm:sr-only">{t("action")}</span>
        </Button>
      )}
    />
  );
}
