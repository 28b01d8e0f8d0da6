"use client";

import { Building2, User } from "lucide-react";
import { useTRPCClient } from "@/app/_trpc/client";
import type { ComboboxOption } from "@/app/_ui/field/combobox-field";

type Party = { id: string; kind: "person" | "organization"; name: string };

/** Searches parties by how their name begins. Before anything is typed: `suggestions`. */
export function usePartySearch(
  suggestions: readonly ComboboxOption[],
  kind?: "person" | "organization",
) {
  const client = useTRPCClient();
  return async (text: string, signal: AbortSignal): Promise<readonly ComboboxOption[]> => {
    if (text.trim() === "") return suggestions;
    const input = kind === undefined ? { text } : { text, kind };
    return (await client.party.search.query(input, { signal })).map(partyOption);
  };
}

/** A party as a choice; organizations and persons differ in their icon. */
export function partyOption({ id, kind, name }: Party): ComboboxOption {
  const Icon = kind === "person" ? User : Building2;
  return { id, label: name, icon: <Icon size={16} className="shrink-0 text-muted" /> };
}
