"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLiveTopics } from "@/app/_realtime/live/use-live-topics";
import { useTRPC } from "@/app/_trpc/use-trpc";

/** Many changes at once are one reason to read anew, ms. */
const pause = 120;

/** What customers ask for; read anew when that, or one of these parties, changed anywhere. */
export function useRequests() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(trpc.customerRequest.list.queryOptions());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function readSoon(wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void queryClient.invalidateQueries(trpc.customerRequest.pathFilter()),
      wait,
    );
  }

  const connection = useLiveTopics({
    seen: data?.heads,
    onEvent: (event) => {
      const isOfRequests = event.entity === "other" && event.name === "customer_request";
      // A name or the blacklist may have changed.
      if (isOfRequests || event.entity === "party") readSoon(pause);
    },
    onMissed: () => readSoon(0),
  });
  return { requests: data, error, retry: () => void refetch(), connection };
}
