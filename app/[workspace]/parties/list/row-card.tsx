"use client";

import { Mail, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { cx } from "@/app/_ui/cx";
import { Marks } from "./cells";
import { useListWords } from "./list-context";
import { NameLink, RowBox, rowPlace } from "./row-parts";
import type { PartyRow } from "./rows";
import type { RowProps } from "./table-row";

/** A party as a card of two lines, where columns would be too narrow to read. */
export const RowCard = memo(function RowCard(props: RowProps) {
  const { row, place, tabIndex, isSelected, onSelect, index } = props;
  const t = useTranslations("partyList.cells");
  return (
    <li
      aria-posinset={place}
      aria-setsize={-1}
      data-party={row.id}
      className={cx(
        "absolute top-0 flex h-(--row-height) w-full items-center gap-1 border-hairline border-b pr-1 pl-4",
        isSelected ? "bg-accent-soft" : "bg-surface",
      )}
      style={rowPlace(index)}
    >
      <RowBox row={row} tabIndex={tabIndex} isSelected={isSelected} onSelect={onSelect} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <div className="flex min-w-0 items-center gap-2">
          <NameLink row={row} tabIndex={tabIndex} />
          <Marks row={row} />
        </div>
        <Details row={row} />
      </div>
      <div className="flex shrink-0">
        <Reach point={row.phone} label={t("call", { name: row.name })} icon={<Phone size={18} />} />
        <Reach point={row.email} label={t("write", { name: row.name })} icon={<Mail size={18} />} />
      </div>
    </li>
  );
});

function Details({ row }: { row: PartyRow }) {
  const t = useTranslations("partyList.cells");
  const { roleName, memberName } = useListWords();
  const owner = memberName(row.ownerId);
  const words = [
    row.roles.slice(0, 2).map(roleName).join(", "),
    row.town ?? "",
    row.openOpportunities > 0 ? t("opportunities", { count: row.openOpportunities }) : "",
    owner === undefined ? "" : owner,
  ].filter((text) => text !== "");
  // As wide as the avatar above, so that both lines begin alike.
  return <p className="truncate pl-8.5 text-13 text-muted">{words.join(" · ")}</p>;
}

type ReachProps = { point: PartyRow["phone"]; label: string; icon: ReactNode };

function Reach({ point, label, icon }: ReachProps) {
  if (!point) return null;
  return (
    <a
      href={point.href}
      aria-label={label}
      className="relative z-1 grid size-11 place-items-center rounded-8 text-muted active:bg-pressed"
    >
      {icon}
    </a>
  );
}
