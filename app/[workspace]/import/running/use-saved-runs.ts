"use client";

import { useCallback, useEffect, useState } from "react";
import type { EarlierImport } from "../history/earlier-import";
import { importsUnderWay } from "./run-lock";
import { deleteRun, listRuns, type SavedRun } from "./saved-runs";

type Member = { workspaceId: string; memberId: string };

/** Those of a member that no window is at. */
async function findWaiting({ workspaceId, memberId }: Member): Promise<SavedRun[]> {
  const [runs, busy] = await Promise.all([listRuns(workspaceId, memberId), importsUnderWay()]);
  return runs.filter((run) => !busy.has(run.importId));
}

/**
 * The imports that wait in this browser. `earlier` is undefined until the server has said which
 * ones it has taken over meanwhile: the answer to the last request may never have arrived.
 */
export function useSavedRuns(
  { workspaceId, memberId }: Member,
  earlier: readonly EarlierImport[] | undefined,
): { waiting: readonly SavedRun[]; refresh: () => void } {
  const [runs, setRuns] = useState<readonly SavedRun[]>([]);
  const refresh = useCallback(() => {
    void findWaiting({ workspaceId, memberId }).then(setRuns);
  }, [workspaceId, memberId]);
  useEffect(refresh, [refresh]);

  const ended = new Set(earlier?.filter((one) => one.status !== "staged").map(({ id }) => id));
  const over = runs.filter((run) => ended.has(run.importId));
  const overIds = over.map((run) => run.importId).join(" ");
  useEffect(() => {
    for (const id of overIds.split(" ")) if (id) void deleteRun(id);
  }, [overIds]);
  return { waiting: earlier ? runs.filter((run) => !over.includes(run)) : [], refresh };
}
