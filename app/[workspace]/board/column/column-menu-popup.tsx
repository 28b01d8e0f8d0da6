"use client";

import { ArrowLeft, ArrowRight, ChevronsRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuPopup } from "@/app/_ui/popup/menu-popup";
import type { PopupState } from "@/app/_ui/popup/use-deferred-popup";

type ColumnMenuPopupProps = {
  popup: PopupState;
  /** Names the menu for screen readers. */
  label: string;
  onFold: () => void;
  /** One step to the left or right. */
  onShift: (by: -1 | 1) => void;
};

/** How a column stands on this device. */
export function ColumnMenuPopup({ popup, label, onFold, onShift }: ColumnMenuPopupProps) {
  const t = useTranslations("board.column");
  return (
    <MenuPopup
      popup={popup}
      label={label}
      align="end"
      entries={[
        { label: t("fold"), icon: <ChevronsRightLeft size={16} />, onSelect: onFold },
        { label: t("left"), icon: <ArrowLeft size={16} />, onSelect: () => onShift(-1) },
        { label: t("right"), icon: <ArrowRight size={16} />, onSelect: () => onShift(1) },
      ]}
    />
  );
}
