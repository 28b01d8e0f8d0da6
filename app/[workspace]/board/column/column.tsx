"use client";

import { type ReactNode, useCallback, useId } from "react";
import type { BoardStage } from "@/domain/board-answers";
import { ColumnHead } from "./column-head";
import { ColumnList, type ColumnListProps } from "./column-list";
import type { ColumnHandle, ColumnRegistry } from "./column-registry";

type ColumnProps = Omit<ColumnListProps, "headingId" | "register"> & {
  stage: BoardStage;
  registry: ColumnRegistry;
  hasOthers: boolean;
  /** Stands between head and cards: the form for a new one. */
  form: ReactNode;
};

/** A stage with its cards. */
export function Column({ stage, registry, hasOthers, form, ...list }: ColumnProps) {
  const headingId = useId();
  const { column } = list;
  const register = useCallback(
    (handle: ColumnHandle | null) => {
      if (handle) registry.set(stage.id, handle);
      else registry.delete(stage.id);
    },
    [registry, stage.id],
  );
  return (
    <section
      data-stage={stage.id}
      aria-labelledby={headingId}
      className="flex h-full w-70 shrink-0 snap-center flex-col border-hairline border-r max-sm:w-[calc(100vw-2.5rem)]"
    >
      <ColumnHead
        stage={stage}
        count={column.count}
        figures={column.figures}
        hasOthers={hasOthers}
        headingId={headingId}
      />
      {form}
      <ColumnList {...list} headingId={headingId} register={register} />
    </section>
  );
}
