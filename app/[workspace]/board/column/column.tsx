"use client";

import { memo, type ReactNode, useCallback, useId } from "react";
import { ColumnHead } from "./column-head";
import { ColumnList, type ColumnListProps } from "./column-list";
import type { ColumnHandle, ColumnRegistry } from "./column-registry";

type ColumnProps = Omit<ColumnListProps, "headingId" | "register"> & {
  registry: ColumnRegistry;
  hasOthers: boolean;
  onFold: (key: string) => void;
  /** One step to the left or right. */
  onShift: (key: string, by: -1 | 1) => void;
  /** Stands between head and cards: the form for a new one. */
  form: ReactNode;
};

/** A stage, an owner or a month with its cards. */
export const Column = memo(function Column(props: ColumnProps) {
  const { registry, hasOthers, onFold, onShift, form, ...list } = props;
  const headingId = useId();
  const { column } = list;
  const register = useCallback(
    (handle: ColumnHandle | null) => {
      if (handle) registry.set(column.key, handle);
      else registry.delete(column.key);
    },
    [registry, column.key],
  );
  return (
    <section
      data-stage={column.key}
      aria-labelledby={headingId}
      className="flex h-full w-70 shrink-0 snap-center snap-always flex-col border-hairline border-r max-sm:w-[calc(100vw-2.5rem)]"
    >
      <ColumnHead
        columnKey={column.key}
        count={column.count}
        figures={column.figures}
        hasOthers={hasOthers}
        headingId={headingId}
        onFold={onFold}
        onShift={onShift}
      />
      {form}
      <ColumnList {...list} headingId={headingId} register={register} />
    </section>
  );
});
