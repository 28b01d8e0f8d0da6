"use client";

import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import { useEventCallback } from "../../board/use-event-callback";
import type { PartyRow } from "./rows";

/** Events come in bursts; asking once after them is enough, ms. */
const pause = 200;
const atOnce = 200;
/** Whoever scrolled further than this has most of it far out of sight. */
const most = 2_000;

/** Reads rows again and puts them in their places, a few at a time. */
export function useRefresh(patch: (change: (row: PartyRow) => PartyRow | null) => void) {
  const client = useTRPCClient();
  const waiting = useRef(new Set<string>());
  const isReading = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const read = useEventCallback(async () => {
    if (isReading.current || waiting.current.size === 0) return;
    const ids = [...waiting.current].slice(0, atOnce);
    for (const id of ids) waiting.current.delete(id);
    isReading.current = true;
    try {
      const asked = new Set(ids);
      const fresh = new Map(
        (await client.partyList.rows.query({ ids })).map((row) => [row.id, row]),
      );
      patch((row) => (asked.has(row.id) ? (fresh.get(row.id) ?? null) : row));
    } catch {
      // Without a line there is nothing newer; when it is back, all is looked at again.
    } finally {
      isReading.current = false;
    }
    void read();
  });

  return useEventCallback((ids: readonly string[]) => {
    for (const id of ids.slice(0, most)) waiting.current.add(id);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void read(), pause);
  });
}
