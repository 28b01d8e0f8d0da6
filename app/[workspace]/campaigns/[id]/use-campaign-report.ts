"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/use-trpc";
import type { CampaignDetails } from "@/domain/campaign-answers";

/** While mails leave: each passes several states within seconds, and no event tells of them, ms. */
const askEvery = 1_500;

/** What became of the mails of a campaign and what came from it, read anew while it is being sent. */
export function useCampaignReport({ id, sending }: CampaignDetails) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.campaign.report.queryOptions({ id }),
    refetchInterval: ({ state }) => {
      const isWriting = sending?.state === "writing" || sending?.state === "stopping";
      const isLeaving = (state.data?.mails.waiting ?? 0) > 0;
      return isWriting || isLeaving ? askEvery : false;
    },
  });
}
