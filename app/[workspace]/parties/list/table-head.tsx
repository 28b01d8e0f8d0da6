"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";
import type { PartyFilter } from "@/domain/party-filter";
import type { PartySort } from "@/domain/party-query";
import { type ColumnKey, cellClass, rowGrid } from "./columns";
import { SelectBox } from "./row-parts";

type Order = Pick<PartyFilter, "sort" | "isDescending">;

type TableHeadProps = Order & {
  columns: readonly ColumnKey[];
  selected: boolean | "some";
  onSelectAll: () => void;
  onSort: (order: Order) => void;
};

/** The heads of the columns; three of them set the order. */
export function TableHead(props: TableHeadProps) {
  const { columns, selected, onSelectAll, onSort, ...order } = props;
  const t = useTranslations("partyList");
  return (
    <tr
      aria-rowindex={1}
      className={cx(
        rowGrid,
        "h-(--head-height) border-hairline border-b bg-canvas text-12 text-muted",
      )}
    >
      <th scope="col" className="p-0">
        <SelectBox label={t("selection.all")} checked={selected} onSelect={onSelectAll} />
      </th>
      <SortHead sort="name" order={order} onSort={onSort}>
        {t("columns.name")}
      </SortHead>
      {columns.map((column) =>
        column === "created" || column === "changed" ? (
          <SortHead
            key={column}
            sort={column}
            order={order}
            onSort={onSort}
            className={cellClass(column, columns)}
          >
            {t(`columns.${column}`)}
          </SortHead>
        ) : (
          <th
            key={column}
            scope="col"
            className={cx("truncate p-0 font-normal", cellClass(column, columns))}
            title={t(`columns.${column}`)}
          >
            {t(`columns.${column}`)}
          </th>
        ),
      )}
    </tr>
  );
}

type SortHeadProps = {
  sort: PartySort;
  order: Order;
  onSort: (order: Order) => void;
  className?: string;
  children: ReactNode;
};

function SortHead({ sort, order, onSort, className, children }: SortHeadProps) {
  const isOwn = order.sort === sort;
  const direction = order.isDescending ? "descending" : "ascending";
  const Arrow = order.isDescending ? ArrowDown : ArrowUp;
  // Names from A on; times from the newest on.
  const next = isOwn ? !order.isDescending : sort !== "name";
  return (
    <th
      scope="col"
      aria-sort={isOwn ? direction : "none"}
      className={cx("min-w-0 p-0 text-left font-normal", className)}
    >
      <button
        type="button"
        className={cx(
          "-ml-1.5 flex h-7 max-w-full items-center gap-1 rounded-6 px-1.5 hover:bg-hover hover:text-text pointer-coarse:h-11",
          isOwn && "font-medium text-text",
        )}
        onClick={() => onSort({ sort, isDescending: next })}
      >
        <span className="truncate">{children}</span>
        {isOwn && <Arrow size={12} aria-hidden="true" className="shrink-0" />}
      </button>
    </th>
  );
}
