"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuEntry } from "@/app/_ui/popup/menu";
import { type ColumnKey, columnKeys, usualColumns } from "./columns";

type ColumnsMenuProps = {
  columns: readonly ColumnKey[];
  onColumns: (columns: readonly ColumnKey[]) => void;
};

/** Which columns are shown on this device. */
export function ColumnsMenu({ columns, onColumns }: ColumnsMenuProps) {
  const t = useTranslations("partyList.columns");
  const entries: MenuEntry[] = [
    { kind: "heading", label: t("menu") },
    ...columnKeys.map(
      (key): MenuEntry => ({
        kind: "check",
        label: t(key),
        checked: columns.includes(key),
        onCheck: (isShown) =>
          onColumns(columnKeys.filter((one) => (one === key ? isShown : columns.includes(one)))),
      }),
    ),
    { kind: "separator" },
    { label: t("usual"), onSelect: () => onColumns(usualColumns) },
  ];
  return (
    <Menu
      label={t("menu")}
      align="end"
      entries={entries}
      trigger={(props) => (
        <IconButton
          {...props}
          label={t("menu")}
          icon={<Columns3 size={16} />}
          className="max-[54rem]:hidden"
        />
      )}
    />
  );
}
