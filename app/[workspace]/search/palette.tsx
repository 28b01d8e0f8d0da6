"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { PalettePopup } from "@/app/_ui/popup/palette-popup";
import { SearchView } from "./search-view";

type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Nothing was found for this text: it is to be written down. */
  onCreate: (text: string) => void;
};

/** The search above whatever page there is. */
export function Palette({ open, onOpenChange, onCreate }: PaletteProps) {
  const t = useTranslations("search");
  const input = useRef<HTMLInputElement>(null);
  return (
    <PalettePopup open={open} onOpenChange={onOpenChange} label={t("label")} initialFocus={input}>
      <SearchView input={input} onClose={() => onOpenChange(false)} onCreate={onCreate} />
    </PalettePopup>
  );
}
