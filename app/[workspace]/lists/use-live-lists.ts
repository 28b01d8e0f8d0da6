"use client";

import { useEffect, useRef } from "react";
import type { LiveConnection } from "@/app/_realtime/live/live-topics";
import { useLiveTopics } from "@/app/_realtime/live/use-live-topics";
import { useReadListsAnew } from "./use-contact-lists";

/** Many changes at once, as of hundreds who are asked, are one reason to read anew, ms. */
const pause = 120;

const entities: ReadonlySet<string> = new Set(["contact_list", "subscription"]);

/** Reads the lists anew when they, who stands on them, or one of these parties changed anywhere. */
export function useLiveLists(): LiveConnection {
  const readAnew = useReadListsAnew();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function readSoon(wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void readAnew(), wait);
  }

  return useLiveTopics({
    onEvent: (event) => {
      const isOfLists = event.entity === "other" && entities.has(event.name);
      // A name or the blacklist may have changed.
      if (isOfLists || event.entity === "party") readSoon(pause);
    },
    onMissed: () => readSoon(0),
  });
}
