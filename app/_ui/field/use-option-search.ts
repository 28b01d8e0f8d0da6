"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** Long enough to skip the letters of a fast typist, short enough not to be felt. */
const pause = 180;

type Search<Option> = (query: string, signal: AbortSignal) => Promise<readonly Option[]>;

/**
 * Runs `search` for what is typed, from the first `start()` on. Answers that arrive out of order
 * are dropped; the last good options stay while the next are on their way.
 */
export function useOptionSearch<Option>(search: Search<Option>) {
  const [query, setQuery] = useState("");
  const [started, setStarted] = useState(false);
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [state, setState] = useState<"idle" | "loading" | "ready" | "failed">("idle");

  // A new function with every render of the caller is no reason to search again.
  const run = useEffectEvent(search);

  useEffect(() => {
    if (!started) return;
    const control = new AbortController();
    setState("loading");
    const timer = setTimeout(
      () => {
        run(query, control.signal).then(
          (found) => {
            if (control.signal.aborted) return;
            setOptions(found);
            setState("ready");
          },
          () => {
            if (!control.signal.aborted) setState("failed");
          },
        );
      },
      query === "" ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [query, started]);

  return { query, setQuery, options, state, start: () => setStarted(true) };
}
