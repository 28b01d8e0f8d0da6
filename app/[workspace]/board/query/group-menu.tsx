"use client";

import { ChevronDown, Group } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Menu } from "@/app/_ui/popup/menu";
import { type Grouping, groupings } from "@/domain/board-query";
import { type Arrangement, densities } from "../arrangement/arrangement";

type GroupMenuProps = {
  slug: string;
  group: Grouping;
  onGroup: (group: Grouping) => void;
  arrangement: Arrangement;
  onArrange: (part: Partial<Arrangement>) => void;
};

/** What the columns stand for, and how they are drawn on this device. */
export function GroupMenu({ slug, group, onGroup, arrangement, onArrange }: GroupMenuProps) {
  const t = useTranslations("query.group");
  const options = groupings.map((value) => ({ value, label: t(value) }));
  const choose = (value: string) => {
    const chosen = groupings.find((one) => one === value);
    if (chosen) onGroup(chosen);
  };
  return (
    <Menu
      label={t("label")}
      entries={[
        { kind: "choice", label: t("label"), value: group, options, onChoose: choose },
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
      trigger={(props) => (
        <Button
          {...props}
          variant="ghost"
          icon={<Group size={16} />}
          trailing={<ChevronDown size={14} />}
        >
          <span className="sr-only">{t("label")} </span>
          {t(group)}
        </Button>
      )}
    />
  );
}
