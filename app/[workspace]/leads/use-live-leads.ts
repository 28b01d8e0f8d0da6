"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { useLiveTopics } from "@/app/_realtime/live/use-live-topics";
import { useTRPC } from "@/app/_trpc/use-trpc";

/** Many changes at once, as of an import, are one reason to read anew. */
const pause = 120;

/** Reads the leads anew when some of them, or what they are shown with, changed anywhere. */
export function useLiveLeads(): LiveConnection {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function readAnew(wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void queryClient.invalidateQueries(trpc.lead.pathFilter());
      // Whose names are being edited.
      void queryClient.invalidateQueries(trpc.party.byId.pathFilter());
    }, wait);
  }

  return useLiveTopics({
    onEvent: (event) => {
      if (event.entity === "member") void queryClient.invalidateQueries(trpc.member.pathFilter());
      if (event.entity === "team") void queryClient.invalidateQueries(trpc.team.pathFilter());
      const isLead = event.entity === "other" && event.name === "lead";
      if (isLead || event.entity === "party") readAnew(pause);
    },
    onMissed: () => readAnew(0),
  });
}
