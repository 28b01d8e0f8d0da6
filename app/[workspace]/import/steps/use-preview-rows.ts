"use client";

import { useEffect, useState } from "react";
import type { ImportSession } from "../import-session";
import type { PreviewRow, RowFilter } from "../reading/worker-protocol";

/**
 * The first `count` rows of a filter after the check with this `stamp`. Until newer ones arrive
 * those before stay, so that the table does not blink.
 */
export function usePreviewRows(
  session: ImportSession,
  stamp: number | null,
  filter: RowFilter,
  count: number,
): readonly PreviewRow[] {
  const [rows, setRows] = useState<readonly PreviewRow[]>([]);
  useEffect(() => {
    if (stamp === null) return;
    let isCurrent = true;
    session.reader
      .rows(filter, 0, count)
      .then((found) => {
        if (isCurrent) setRows(found);
      })
      // A worker that broke is told of by the check that ran into it.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [session, stamp, filter, count]);
  return stamp === null ? none : rows;
}

const none: readonly PreviewRow[] = [];
