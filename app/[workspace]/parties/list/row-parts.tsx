"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CSSProperties, MouseEvent } from "react";
import { Avatar } from "@/app/_ui/avatar";
import { useWorkspace } from "../../workspace-context";
import type { PartyRow } from "./rows";

type PartProps = { row: PartyRow; tabIndex: 0 | -1; size?: "md" | "lg" };

/** Where a row stands: counted in rows, whose height CSS alone knows before the first paint. */
export function rowPlace(index: number): CSSProperties {
  return { transform: `translateY(calc(var(--row-height) * ${index}))` };
}

/** The name is a link that covers the whole row. */
export function NameLink({ row, tabIndex, size = "md" }: PartProps) {
  const { slug } = useWorkspace();
  return (
    <Link
      href={`/${slug}/parties/${row.id}`}
      prefetch={false}
      data-row={row.id}
      tabIndex={tabIndex}
      className="flex min-w-0 items-center gap-2.5 outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
    >
      <Avatar
        name={row.name}
        decorative
        size={size}
        shape={row.kind === "person" ? "round" : "square"}
      />
      <span className="truncate font-medium text-14" title={row.name}>
        {row.name}
      </span>
    </Link>
  );
}

type SelectBoxProps = {
  label: string;
  checked: boolean | "some";
  tabIndex?: 0 | -1;
  onSelect: (isExtending: boolean) => void;
};

/** A checkbox with the room a finger needs around it. */
export function SelectBox({ label, checked, tabIndex, onSelect }: SelectBoxProps) {
  return (
    // The label is only room around the box, which has a name of its own.
    <label className="relative z-1 -my-2 -ml-2 grid size-9 place-items-center pointer-coarse:size-11">
      <input
        type="checkbox"
        aria-label={label}
        tabIndex={tabIndex}
        checked={checked === true}
        ref={(box) => {
          if (box) box.indeterminate = checked === "some";
        }}
        className="size-4 rounded-4 accent-(--accent)"
        onChange={() => {}}
        onClick={(event: MouseEvent) => {
          event.stopPropagation();
          onSelect(event.shiftKey);
        }}
      />
    </label>
  );
}

/** The checkbox of a row. */
export function RowBox(props: {
  row: PartyRow;
  tabIndex: 0 | -1;
  isSelected: boolean;
  onSelect: (id: string, isExtending: boolean) => void;
}) {
  const t = useTranslations("partyList.selection");
  const { row, tabIndex, isSelected, onSelect } = props;
  return (
    <SelectBox
      label={t("one", { name: row.name })}
      checked={isSelected}
      tabIndex={tabIndex}
      onSelect={(isExtending) => onSelect(row.id, isExtending)}
    />
  );
}
