"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { ResultRow } from "./result-row";
import type { Row, RowGroup } from "./use-rows";

type ResultListProps = {
  id: string;
  groups: readonly { name: RowGroup["name"] | "recent"; rows: readonly Row[] }[];
  words: readonly string[];
  /** Counted through all groups. */
  active: number;
  rowId: (index: number) => string;
  onPoint: (index: number) => void;
  onGo: (row: Row) => void;
  /** What stands there when there are no rows, and what is said about them. */
  children: ReactNode;
};

/** What was found, group by group. */
export function ResultList(props: ResultListProps) {
  const { id, groups, words, active, rowId, onPoint, onGo, children } = props;
  const t = useTranslations("search");
  const box = useRef<HTMLDivElement>(null);
  const starts = groups.map((_, group) =>
    groups.slice(0, group).reduce((sum, { rows }) => sum + rows.length, 0),
  );

  useEffect(() => {
    const row = box.current?.querySelector(`#${rowId(active)}`);
    // With the first row its heading comes into view as well.
    if (active <= 0) box.current?.scrollTo({ top: 0 });
    else row?.scrollIntoView({ block: "nearest" });
  }, [active, rowId]);

  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
      {children}
      <div id={id} role="listbox" aria-label={t("results")} tabIndex={-1}>
        {groups.map(({ name, rows }, group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
          <div key={name} role="group" aria-labelledby={`${id}-${name}`} className="not-first:mt-2">
            <div id={`${id}-${name}`} className="px-2.5 pt-1.5 pb-1 font-medium text-12 text-faint">
              {t(`groups.${name}`)}
            </div>
            {rows.map((row, n) => {
              const index = (starts[group] ?? 0) + n;
              return (
                <ResultRow
                  key={row.id}
                  row={row}
                  domId={rowId(index)}
                  words={words}
                  isActive={index === active}
                  onPoint={() => onPoint(index)}
                  onGo={() => onGo(row)}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
