"use client";

import { useTranslations } from "next-intl";
import { MenuPopup } from "@/app/_ui/popup/menu-popup";
import type { PopupState } from "@/app/_ui/popup/use-deferred-popup";
import { type Grouping, groupings } from "@/domain/board-query";
import { type Arrangement, densities } from "../arrangement/arrangement";

type GroupMenuPopupProps = {
  popup: PopupState;
  slug: string;
  group: Grouping;
  onGroup: (group: Grouping) => void;
  arrangement: Arrangement;
  onArrange: (part: Partial<Arrangement>) => void;
};

/** What the columns stand for, and how they are drawn on this device. */
export function GroupMenuPopup(props: GroupMenuPopupProps) {
  const { popup, slug, group, onGroup, arrangement, onArrange } = props;
  const t = useTranslations("query.group");
  return (
    <MenuPopup
      popup={popup}
      label={t("label")}
      entries={[
        {
          kind: "choice",
          label: t("label"),
          value: group,
          options: groupings.map((value) => ({ value, label: t(value) })),
          onChoose: (value) => {
            const chosen = groupings.find((one) => one === value);
            if (chosen) onGroup(chosen);
          },
        },
        { kind: "separator" },
        {
          kind: "choice",
          label: t("cards"),
          value: arrangement.density,
          options: densities.map((value) => ({ value, label: t(value) })),
          onChoose: (value) => {
            const density = densities.find((one) => one === value);
            if (density) onArrange({ density });
          },
        },
        { kind: "separator" },
        {
          label: t("reset"),
          disabled: arrangement.folded.length + arrangement.order.length === 0,
          onSelect: () => onArrange({ folded: [], order: [] }),
        },
        { kind: "link", label: t("wall"), href: `/${slug}/board/wall` },
      ]}
    />
  );
}
