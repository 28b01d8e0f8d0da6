"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";

/** Long enough to skip the letters of a fast typist, short enough not to be felt, ms. */
const pause = 80;

/**
 * What is found for a text. While the next answer is on its way the one before stays, and
 * `isCurrent` is false; a request that a further letter overtakes is given up.
 */
export function useSearch(typed: string) {
  const text = typed.trim();
  const [asked, setAsked] = useState(text);
  const trpc = useTRPC();

  useEffect(() => {
    const timer = setTimeout(setAsked, pause, text);
    return () => clearTimeout(timer);
  }, [text]);

  const query = useQuery({
    ...trpc.search.everything.queryOptions(
      { text: asked, limit: 6 },
      { trpc: { abortOnUnmount: true } },
    ),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    // What was found a moment ago is shown at once when letters are taken back, and asked again.
    staleTime: 5_000,
  });
  const isSettled = asked === text && !query.isPlaceholderData;
  return {
    answer: text === "" ? undefined : query.data,
    error: isSettled ? query.error : null,
    retry: query.refetch,
    isCurrent: isSettled && query.data !== undefined && !query.isError,
  };
}
