"use client";

import { Bookmark, ChevronDown, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";

type AddMenuProps = {
  /** While a view is on its way, no other one is. */
  isFilling: boolean;
  onParty: () => void;
  onView: () => void;
};

/** The ways onto a list. */
export function AddMenu({ isFilling, onParty, onView }: AddMenuProps) {
  const t = useTranslations("contactList.add");
  const entries: MenuEntry[] = [
    { label: t("one"), icon: <UserPlus size={16} />, onSelect: onParty },
    { label: t("view"), icon: <Bookmark size={16} />, disabled: isFilling, onSelect: onView },
  ];
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
