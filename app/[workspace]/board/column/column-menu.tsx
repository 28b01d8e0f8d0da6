"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { deferred } from "@/app/_late/deferred";

import { IconButton } from "@/app/_ui/icon-button";
import { DeferredMenu } from "@/app/_ui/popup/deferred-menu";

const [ColumnMenuPopup, preload] = deferred(
  async () => (await import("./column-menu-popup")).ColumnMenuPopup,
);

type ColumnMenuProps = { name: string; onFold: () => void; onShift: (by: -1 | 1) => void };

/** The button of a column's menu. */
export function ColumnMenu({ name, ...actions }: ColumnMenuProps) {
  const t = useTranslations("board.column");
  const label = t("menu", { name });
  return (
    <DeferredMenu
      preload={preload}
      trigger={(props) => (
        <IconButton {...props} size="sm" label={label} icon={<Ellipsis size={16} />} />
      )}
    >
      {(popup) => <ColumnMenuPopup popup={popup} label={label} {...actions} />}
    </DeferredMenu>
  );
}
