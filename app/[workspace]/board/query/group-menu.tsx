"use client";

import { ChevronDown, Group } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { Menu } from "@/app/_ui/popup/menu";
import { type Grouping, groupings } from "@/domain/board-query";

type GroupMenuProps = { group: Grouping; onGroup: (group: Grouping) => void };

/** What the columns stand for. */
export function GroupMenu({ group, onGroup }: GroupMenuProps) {
  const t = useTranslations("query.group");
  const options = groupings.map((value) => ({ value, label: t(value) }));
  const choose = (value: string) => {
    const chosen = groupings.find((one) => one === value);
    if (chosen) onGroup(chosen);
  };
  return (
    <Menu
      label={t("label")}
      entries={[{ kind: "choice", label: t("label"), value: group, options, onChoose: choose }]}
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
