"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { dayIn } from "@/app/_ui/format/date";
import {
  type BoardFilter,
  filterParameters,
  noFilter,
  queryOf,
  readFilter,
  writeFilter,
} from "@/domain/board-filter";
import type { BoardQuery } from "@/domain/board-query";
import { useWorkspace } from "../../workspace-context";
import { replaceAddress } from "../address-state";

/** What is chosen on the board, as the address says it. */
export function useBoardFilter(): BoardFilter {
  const parameters = useSearchParams();
  return useMemo(() => readFilter(parameters), [parameters]);
}

/** What the chosen filter asks of the database today. */
export function useBoardQuery(filter: BoardFilter, now: Date): BoardQuery {
  const { memberId, timeZone } = useWorkspace();
  const today = dayIn(now, timeZone);
  return useMemo(() => queryOf(filter, { today, memberId }), [filter, today, memberId]);
}

/** Says a filter in the address, beside what else it says, without loading the page again. */
export function showFilter(filter: BoardFilter): void {
  const address = new URL(window.location.href);
  for (const name of filterParameters) address.searchParams.delete(name);
  for (const [name, value] of Object.entries(writeFilter(filter))) {
    address.searchParams.set(name, value);
  }
  // Choosing a filter is no step to go back over: "back" leaves the board.
  replaceAddress(address);
}

/** Everything again, drawn as it is. */
export function clearFilter({ layout, group }: BoardFilter): void {
  showFilter({ ...noFilter, layout, group });
}
