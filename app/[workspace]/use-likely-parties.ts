"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { LikelyParty } from "@/domain/likely-party";
import { useWorkspace } from "./workspace-context";

/** What stands in a form; contacts as they were typed. */
export type TypedParty = {
  kind: "person" | "organization";
  name: string;
  contacts: readonly string[];
};

/** Longer than that of a search: nobody waits for it, and half a name is no duplicate. ms. */
const pause = 250;
const none: LikelyParty[] = [];

/**
 * Parties that may be the one that is being typed, the likeliest first; those for the text before
 * stay until the next ones come. It is help alone: where it fails there are none.
 */
export function useLikelyParties(typed: TypedParty | null): readonly LikelyParty[] {
  const { timeZone } = useWorkspace();
  const trpc = useTRPC();
  const key = typed === null ? "" : keyOf(typed);
  const [asked, setAsked] = useState("");

  useEffect(() => {
    const timer = setTimeout(setAsked, pause, key);
    return () => clearTimeout(timer);
  }, [key]);

  const query = useQuery({
    ...trpc.party.likely.queryOptions(
      { ...inputOf(asked), timeZone },
      { trpc: { abortOnUnmount: true } },
    ),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
  return key === "" || asked === "" ? none : (query.data ?? none);
}

/** The same text for what asks the same; empty while too little is typed to mean anybody. */
function keyOf({ kind, name, contacts }: TypedParty): string {
  const said = contacts.map((text) => text.trim()).filter((text) => text.length > 4);
  const trimmed = name.trim();
  if (trimmed.length < 3 && said.length === 0) return "";
  return JSON.stringify({ kind, name: trimmed, contacts: said });
}

function inputOf(key: string): { kind: TypedParty["kind"]; name: string; contacts: string[] } {
  return key === "" ? { kind: "person", name: "", contacts: [] } : JSON.parse(key);
}
