import * as z from "zod/mini";
import {
  amount,
  currency,
  day,
  hasFields,
  id,
  line,
  mutationId,
  text,
  version,
} from "./input-fields";
import { typedInLanguages } from "./localized-text-input";

export const campaignStatuses = ["planned", "running", "completed", "cancelled"] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

export const longestCampaignName = 120;
export const longestCampaignDescription = 2000;
export const longestSubject = 200;
export const longestBody = 10_000;

const fields = {
  name: line(longestCampaignName),
  description: z.nullable(text(longestCampaignDescription)),
  startsOn: z.nullable(day),
  /** The last day of it. */
  endsOn: z.nullable(day),
  budget: z.nullable(amount),
  currency,
};

const listIds = z.array(id).check(
  z.maxLength(50),
  z.refine((ids) => new Set(ids).size === ids.length),
);

export const campaignById = z.strictObject({ id });

export const createCampaign = z.strictObject({ id, mutationId, ...fields });

/** `version` is that of the campaign as the editor saw it. Text and lists of one that was sent stay. */
export const updateCampaign = z.strictObject({
  id,
  version,
  mutationId,
  patch: z
    .strictObject({
      name: z.exactOptional(fields.name),
      description: z.exactOptional(fields.description),
      startsOn: z.exactOptional(fields.startsOn),
      endsOn: z.exactOptional(fields.endsOn),
      budget: z.exactOptional(fields.budget),
      currency: z.exactOptional(fields.currency),
      status: z.exactOptional(z.enum(campaignStatuses)),
      ownerId: z.exactOptional(z.nullable(id)),
      subjects: z.exactOptional(z.nullable(typedInLanguages(line(longestSubject)))),
      bodies: z.exactOptional(z.nullable(typedInLanguages(text(longestBody)))),
      listIds: z.exactOptional(listIds),
    })
    .check(z.refine(hasFields)),
});

export const sendCampaign = z.strictObject({ id, mutationId });
export const stopCampaign = z.strictObject({ id, mutationId });

/** To whoever asks, as readers of this language would get it. */
export const testCampaign = z.strictObject({ id, mutationId, locale: z.enum(["de", "en"]) });
