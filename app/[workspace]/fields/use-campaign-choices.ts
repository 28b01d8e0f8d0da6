"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/use-trpc";

/** The campaigns of the workspace to choose from; the present one from the first moment on. */
export function useCampaignChoices(present: { id: string; name: string } | null) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.campaign.choices.queryOptions());
  const campaigns = data ?? [];
  const isListed = present === null || campaigns.some(({ id }) => id === present.id);
  return [...(isListed ? [] : [present]), ...campaigns].map(({ id, name }) => ({
    value: id,
    label: name,
  }));
}
