"use client";

import { memo } from "react";
import { cx } from "@/app/_ui/cx";
import { Cell, Marks } from "./cells";
import { type ColumnKey, cellClass, rowGrid } from "./columns";
import { NameLink, RowBox, rowPlace } from "./row-parts";
import type { PartyRow } from "./rows";

export type RowProps = {
  row: PartyRow;
  /** Counted from 1, the head among them. */
  place: number;
  tabIndex: 0 | -1;
  isSelected: boolean;
  onSelect: (id: string, isExtending: boolean) => void;
  /** How many rows are above it. */
  index: number;
};

/** A party as a row of the table. */
export const TableRow = memo(function TableRow(
  props: RowProps & { columns: readonly ColumnKey[] },
) {
  const { row, place, tabIndex, isSelected, onSelect, index, columns } = props;
  return (
    <tr
      aria-rowindex={place}
      data-party={row.id}
      className={cx(
        rowGrid,
        "absolute top-0 h-(--row-height) border-hairline border-b",
        isSelected ? "bg-accent-soft" : "bg-surface hover:bg-hover",
      )}
      style={rowPlace(index)}
    >
      <td className="p-0">
        <RowBox row={row} tabIndex={tabIndex} isSelected={isSelected} onSelect={onSelect} />
      </td>
      <th scope="row" className="flex min-w-0 items-center gap-2 p-0 text-left font-normal">
        <NameLink row={row} tabIndex={tabIndex} />
        <Marks row={row} />
      </th>
      {columns.map((column) => (
        <td key={column} className={cx("min-w-0 p-0", cellClass(column, columns))}>
          <Cell column={column} row={row} tabIndex={tabIndex} />
        </td>
      ))}
    </tr>
  );
});
