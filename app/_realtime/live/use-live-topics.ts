"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { quietMoment } from "@/app/_late/quiet-moment";
import { useTRPCClient } from "@/app/_trpc/client";
import { browserClock } from "../clock";
import { createLateFeed } from "../feed";
import { listenToPage } from "../listen-to-page";
import { isRemoved, isSignedOut } from "../session-errors";
import { createLiveTopics, type LiveConnection, type LiveHandlers } from "./live-topics";

/** Listens to all changes that the reader may see, for as long as the page is shown. */
export function useLiveTopics(handlers: LiveHandlers): LiveConnection {
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
            const { openFeed } = await import("./open-feed");
            const fetchSession = () => client.session.realtime.query();
            return (feedHandlers) => openFeed({ fetchSession, isSignedOut }, feedHandlers);
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
