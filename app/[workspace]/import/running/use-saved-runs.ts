"use client";

import { useCallback, useEffect, useState } from "react";
import type { EarlierImport } from "../history/earlier-import";
import { importsUnderWay } from "./run-lock";
import { deleteRun, listRuns, type SavedRun } from "./saved-runs";

type Member = { workspaceId: string; memberId: string };

/** Those of a member that no window is at. Those that the server has taken over are thrown away. */
async function findWaiting(
  { workspaceId, memberId }: Member,
  earlier: readonly EarlierImport[],
): Promise<SavedRun[]> {
  const [runs, busy] = await Promise.all([listRuns(workspaceId, memberId), importsUnderWay()]);
  const ended = new Set(earlier.filter((one) => one.status !== "staged").map(({ id }) => id));
  const over = runs.filter((run) => ended.has(run.importId));
  await Promise.all(over.map((run) => deleteRun(run.importId)));
  return runs.filter((run) => !busy.has(run.importId) && !ended.has(run.importId));
}

/**
 * The imports that wait in this browser. `earlier` is undefined until the server has said which
 * ones it has taken over meanwhile: the answer to the last request may never have arrived.
 */
export function useSavedRuns(
  { workspaceId, memberId }: Member,
  earlier: readonly EarlierImport[] | undefined,
): { waiting: readonly SavedRun[]; refresh: () => void } {
  const [waiting, setWaiting] = useState<readonly SavedRun[]>([]);
  const refresh = useCallback(() => {
    if (earlier) void findWaiting({ workspaceId, memberId }, earlier).then(setWaiting);
  }, [workspaceId, memberId, earlier]);
  useEffect(refresh, [refresh]);
  return { waiting, refresh };
}
