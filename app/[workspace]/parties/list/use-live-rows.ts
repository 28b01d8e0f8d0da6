"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLiveTopics } from "@/app/_realtime/live/use-live-topics";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { BoardEvent } from "@/domain/board-events";
import type { PartyRow } from "./rows";
import type { usePartyPages } from "./use-party-pages";
import { useRefresh } from "./use-refresh";

/** Null or none when there were too many to name. */
type PartyChanges = readonly { id: string; op: "enter" | "update" | "leave" }[] | null;
type Pages = Pick<ReturnType<typeof usePartyPages>, "rows" | "frame" | "patch">;

/**
 * Keeps the rows that are shown current, each in its place: what others changed is read again, what
 * they removed goes. New parties do not push the rows about: `hasNews` tells that there are some.
 */
export function useLiveRows({ rows, frame, patch }: Pages) {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const [hasNews, setNews] = useState(false);
  const refresh = useRefresh(patch);
  const refreshAll = () => refresh(rows.map(({ id }) => id));

  function onPartyEvent(changes: PartyChanges) {
    if (changes === null || changes.length === 0) {
      // More changed than an event can name: an import, or many at once.
      refreshAll();
      setNews(true);
      return;
    }
    const gone = new Set(changes.flatMap(({ id, op }) => (op === "leave" ? [id] : [])));
    if (gone.size > 0) patch((row) => (gone.has(row.id) ? null : row));
    if (changes.some(({ op }) => op === "enter")) setNews(true);
    refresh(changes.flatMap(({ id, op }) => (op === "update" && isShown(rows, id) ? [id] : [])));
  }

  function onEvent(event: BoardEvent) {
    if (event.entity === "party") return onPartyEvent(event.changes);
    if (event.entity === "saved_view") {
      void queryClient.invalidateQueries({ queryKey: trpc.savedView.list.queryKey() });
    }
    if (event.entity !== "opportunity") return;
    if (event.changes === null) return refreshAll();
    const touched = event.changes.flatMap((change) =>
      [change.before, "card" in change ? change.card : null].flatMap((card) =>
        card ? [card.customerId, card.contactId] : [],
      ),
    );
    refresh(touched.flatMap((id) => (id !== null && isShown(rows, id) ? [id] : [])));
  }

  const connection = useLiveTopics({
    seen: frame?.heads,
    onEvent,
    onMissed() {
      refreshAll();
      setNews(true);
    },
  });
  return { connection, refresh, hasNews, seeNews: () => setNews(false) };
}

function isShown(rows: readonly PartyRow[], id: string): boolean {
  return rows.some((row) => row.id === id);
}
