"use client";

import { ChartColumn, Columns3, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SegmentedControl } from "@/app/_ui/segmented-control";
import { type Layout, layouts } from "@/domain/board-filter";
import { preloadLayouts } from "../lazy-layouts";

const icons = {
  board: <Columns3 size={16} />,
  list: <Rows3 size={16} />,
  forecast: <ChartColumn size={16} />,
} as const;

type LayoutSwitchProps = { layout: Layout; onLayout: (layout: Layout) => void };

/** Whether the board is drawn as columns, as rows, or as a forecast. */
export function LayoutSwitch({ layout, onLayout }: LayoutSwitchProps) {
  const t = useTranslations("query.layout");
  return (
    <SegmentedControl
      label={t("label")}
      value={layout}
      onValueChange={onLayout}
      onIntent={preloadLayouts}
      segments={layouts.map((value) => ({
        value,
        label: t(value),
        icon: icons[value],
        iconOnly: true,
      }))}
    />
  );
}
