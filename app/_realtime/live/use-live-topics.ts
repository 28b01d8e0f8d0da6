"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { quietMoment } from "@/app/_late/quiet-moment";
import { useTRPCClient } from "@/app/_trpc/client";
import { browserClock } from "../clock";
import { createLateFeed } from "../feed";
import { listenToPage } from "../listen-to-page";
import type { BoardPresence } from "../presence";
import { isRemoved, isSignedOut } from "../session-errors";
import { createLiveTopics, type LiveConnection, type LiveHandlers } from "./live-topics";

/** Who is shown at work on a page of a party. */
export type ShownPresence = { presence: BoardPresence; memberId: string; workspaceTopic: string };

/**
 * Listens to all changes that the reader may see, for as long as the page is shown.
 * @param shown - where others are to see that the reader is here; always the same
 */
export function useLiveTopics(handlers: LiveHandlers, shown?: ShownPresence): LiveConnection {
  const client = useTRPCClient();
  const [seen] = useState(handlers.seen);
  const onEvent = useEffectEvent(handlers.onEvent);
  const onMissed = useEffectEvent(handlers.onMissed);
  const [live] = useState(() =>
    createLiveTopics({
      fetchHeads: () => client.board.heads.query(),
      openFeed: (through) =>
        createLateFeed(
          async () => {
            await quietMoment();
            const session = { fetchSession: () => client.session.realtime.query(), isSignedOut };
            if (shown) {
              const { openLine } = await import("../line");
              const options = { ...session, ...shown, page: "party" as const };
              return (feedHandlers) => openLine(options, feedHandlers);
            }
            const { openFeed } = await import("./open-feed");
            return (feedHandlers) => openFeed(session, feedHandlers);
          },
          through,
          browserClock,
        ),
      clock: browserClock,
      isSignedOut,
      isRemoved,
    }),
  );
  useEffect(() => {
    const stop = live.start({
      seen,
      onEvent: (event) => onEvent(event),
      onMissed: () => onMissed(),
    });
    const removeListeners = listenToPage({
      wake: live.wake,
      isSignedOut: () => live.connection() === "signed-out",
    });
    return () => {
      removeListeners();
      stop();
    };
  }, [live, seen]);
  return useSyncExternalStore(live.subscribe, live.connection, () => "connecting" as const);
}
