"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { CampaignDetails } from "@/domain/campaign-answers";
import { useCampaignEdits } from "../use-campaign-edits";

/** The lists of a campaign as they are being chosen: each choice is saved, one after the other. */
export function useListChoice(campaign: CampaignDetails) {
  const { id } = campaign;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { update } = useCampaignEdits();
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const chosen = wanted ?? campaign.lists.map((list) => list.id);

  function toggle(listId: string, isChosen: boolean) {
    const others = chosen.filter((one) => one !== listId);
    const listIds = isChosen ? [...others, listId] : others;
    setWanted(listIds);
    waiting.current += 1;
    last.current = last.current.then(async () => {
      // The version that the choice before this one made.
      const seen = queryClient.getQueryData(trpc.campaign.byId.queryKey({ id })) ?? campaign;
      await update(seen, { listIds });
      waiting.current -= 1;
      if (waiting.current === 0) setWanted(null);
    });
  }

  return { chosen, toggle };
}
