"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { useLiveTopics } from "@/app/_realtime/live/use-live-topics";
import { useTRPC } from "@/app/_trpc/use-trpc";

/** Many changes at once, as of hundreds who are written to, are one reason to read anew, ms. */
const pause = 200;

const entities: ReadonlySet<string> = new Set(["campaign", "contact_list", "subscription", "lead"]);

/** Reads campaigns anew when they, who stands on their lists, or what came from them changed anywhere. */
export function useLiveCampaigns(): LiveConnection {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function readSoon(wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void queryClient.invalidateQueries(trpc.campaign.pathFilter());
      void queryClient.invalidateQueries(trpc.contactList.pathFilter());
    }, wait);
  }

  return useLiveTopics({
    onEvent: (event) => {
      const isOfCampaigns = event.entity === "other" && entities.has(event.name);
      // Of a party the blacklist may have changed.
      const mayCount = event.entity === "party" || event.entity === "opportunity";
      if (isOfCampaigns || mayCount) readSoon(pause);
    },
    onMissed: () => readSoon(0),
  });
}
