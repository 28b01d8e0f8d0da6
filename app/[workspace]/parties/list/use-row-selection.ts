"use client";

import { useMemo, useState } from "react";
import { mostParties } from "@/domain/party-list-input";
import type { PartyRow } from "./rows";

type Selected = { readonly ids: ReadonlySet<string>; readonly anchorId: string | null };

const nothing: Selected = { ids: new Set(), anchorId: null };

export type RowSelection = ReturnType<typeof useRowSelection>;

/** Several rows, for what is done to many at once; as many as that takes. */
export function useRowSelection(rows: readonly PartyRow[]) {
  const [selected, setSelected] = useState(nothing);
  // What left the list is not selected any more.
  const ids = useMemo(() => {
    if (selected.ids.size === 0) return selected.ids;
    return new Set(rows.flatMap(({ id }) => (selected.ids.has(id) ? [id] : [])));
  }, [rows, selected.ids]);
  const atMost = (all: Iterable<string>) => new Set([...all].slice(0, mostParties));
  const everything = rows.slice(0, mostParties);

  return {
    ids,
    isAll: rows.length > 0 && ids.size === everything.length,
    toggle(id: string) {
      const others = new Set(ids);
      if (!others.delete(id)) others.add(id);
      setSelected({ ids: atMost(others), anchorId: id });
    },
    /** From the row that was selected last to this one. */
    extendTo(id: string) {
      const places = rows.map((row) => row.id);
      const to = places.indexOf(id);
      const anchor = places.indexOf(selected.anchorId ?? "");
      const from = anchor === -1 ? to : anchor;
      const between = places.slice(Math.min(from, to), Math.max(from, to) + 1);
      setSelected({ ids: atMost([...ids, ...between]), anchorId: selected.anchorId ?? id });
    },
    /** Every row that was read. */
    selectAll: () => setSelected({ ids: new Set(everything.map(({ id }) => id)), anchorId: null }),
    clear: () => setSelected(nothing),
  };
}
