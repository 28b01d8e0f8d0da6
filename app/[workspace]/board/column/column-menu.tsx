"use client";

import { ArrowLeft, ArrowRight, ChevronsRightLeft, Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu } from "@/app/_ui/popup/menu";

type ColumnMenuProps = { name: string; onFold: () => void; onShift: (by: -1 | 1) => void };

/** How a column stands on this device. */
export function ColumnMenu({ name, onFold, onShift }: ColumnMenuProps) {
  const t = useTranslations("board.column");
  const label = t("menu", { name });
  return (
    <Menu
      label={label}
      align="end"
      entries={[
        { label: t("fold"), icon: <ChevronsRightLeft size={16} />, onSelect: onFold },
        { label: t("left"), icon: <ArrowLeft size={16} />, onSelect: () => onShift(-1) },
        { label: t("right"), icon: <ArrowRight size={16} />, onSelect: () => onShift(1) },
      ]}
      trigger={(props) => (
        <IconButton {...props} size="sm" label={label} icon={<Ellipsis size={16} />} />
      )}
    />
  );
}
