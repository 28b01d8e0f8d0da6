import type { Campaign } from "@/domain/campaign-answers";
import type { CampaignStatus } from "@/domain/campaign-input";

/** The facts of a campaign as its dialog holds them: every field is there, empty or not. */
export type CampaignDraft = {
  name: string;
  description: string;
  startsOn: string;
  endsOn: string;
  budget: string | null;
  status: CampaignStatus;
  ownerId: string;
};

/** The facts of a campaign; of none, those that a new one begins with. */
export function draftOf(campaign: Campaign | null): CampaignDraft {
  return {
    name: campaign?.name ?? "",
    description: campaign?.description ?? "",
    startsOn: campaign?.startsOn ?? "",
    endsOn: campaign?.endsOn ?? "",
    budget: campaign?.budget ?? null,
    status: campaign?.status ?? "planned",
    ownerId: campaign?.ownerId ?? "",
  };
}

type Problem = "name" | "endsOn";

/** What is sent of a draft, or the field that is in the way. */
export function fieldsOf(draft: CampaignDraft) {
  const name = draft.name.trim();
  const { startsOn, endsOn } = draft;
  const isReversed = startsOn !== "" && endsOn !== "" && endsOn < startsOn;
  if (name === "") return { problem: "name" as Problem };
  if (isReversed) return { problem: "endsOn" as Problem };
  return {
    fields: {
      name,
      description: draft.description.trim() || null,
      startsOn: startsOn || null,
      endsOn: endsOn || null,
      budget: draft.budget,
    },
  };
}
