"use client";

import { Ban, Building2, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/app/_trpc/client";
import type { ComboboxOption } from "@/app/_ui/field/combobox-field";

type Party = {
  id: string;
  kind: "person" | "organization";
  name: string;
  isBlacklisted?: boolean;
};

/** Searches parties by how their name begins. Before anything is typed: `suggestions`. */
export function usePartySearch(
  suggestions: readonly ComboboxOption[],
  kind?: "person" | "organization",
) {
  const client = useTRPCClient();
  const t = useTranslations("contact.likely");
  return async (text: string, signal: AbortSignal): Promise<readonly ComboboxOption[]> => {
    if (text.trim() === "") return suggestions;
    const input = kind === undefined ? { text } : { text, kind };
    const found = await client.party.search.query(input, { signal });
    return found.map((party) => partyOption(party, t("blacklisted")));
  };
}

/**
 * A party as a choice; organizations and persons differ in their icon. Of one on the blacklist,
 * `warning` says so.
 */
export function partyOption(
  { id, kind, name, isBlacklisted = false }: Party,
  warning?: string,
): ComboboxOption {
  const Icon = kind === "person" ? User : Building2;
  if (isBlacklisted && warning !== undefined) {
    const icon = <Ban size={16} className="shrink-0 text-red-text" />;
    return { id, label: name, detail: warning, icon };
  }
  return { id, label: name, icon: <Icon size={16} className="shrink-0 text-muted" /> };
}
