"use client";

import { ChevronsLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cx } from "@/app/_ui/cx";
import { useFormat } from "@/app/_ui/format/use-format";
import type { VisibleColumn } from "@/domain/board-visible";
import { useBoardFrame } from "../board-frame";
import type { Lift } from "../lift/lift";
import type { ColumnRegistry } from "./column-registry";
import { useColumnTitle } from "./column-title";

type FoldedColumnProps = {
  column: VisibleColumn;
  registry: ColumnRegistry;
  lift: Lift | null;
  onUnfold: () => void;
};

/** A column as a narrow rail: its name and how much is in it. Cards can still be dropped on it. */
export function FoldedColumn({ column, registry, lift, onUnfold }: FoldedColumnProps) {
  const t = useTranslations("board.column");
  const format = useFormat();
  const { query } = useBoardFrame();
  const name = useColumnTitle(query.group)(column.key);
  const rail = useRef<HTMLElement>(null);
  const { key } = column;

  useEffect(() => {
    const scroller = rail.current;
    if (scroller) registry.set(key, { scroller, reveal: () => {} });
    return () => void registry.delete(key);
  }, [registry, key]);

  const isOver = lift?.over?.column === key && !lift.over.isZone;
  return (
    <section
      ref={rail}
      aria-label={name}
      data-stage={key}
      className={cx(
        "h-full shrink-0 snap-center border-hairline border-r transition-colors duration-(--motion-fast)",
        isOver && "bg-accent-soft",
      )}
    >
      <button
        type="button"
        aria-expanded={false}
        aria-label={t("unfold", { name })}
        data-tooltip={t("unfold", { name })}
        className="flex h-full w-11 flex-col items-center gap-2 py-3 hover:bg-hover"
        onClick={onUnfold}
      >
        <ChevronsLeftRight size={16} aria-hidden="true" className="shrink-0 text-muted" />
        <span className="text-13 text-muted tabular">{format.decimal(String(column.count))}</span>
        <span className="min-h-0 truncate font-semibold text-13 [writing-mode:vertical-rl]">
          {name}
        </span>
      </button>
    </section>
  );
}
