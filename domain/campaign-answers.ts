import { z } from "zod";
import { campaignStatuses } from "./campaign-input";
import { localizedText } from "./localized-text-input";

const outcomes = z.object({
  reached: z.number(),
  blacklisted: z.number(),
  /** Asked, but not yet confirmed. */
  unconfirmed: z.number(),
  /** They declined or left the list. */
  declined: z.number(),
  undeliverable: z.number(),
  /** They do not wish to be written to at this address. */
  unwanted: z.number(),
});

const campaignSchema = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  description: z.string().nullable(),
  status: z.enum(campaignStatuses),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** An exact decimal. */
  budget: z.string().nullable(),
  currency: z.string(),
  ownerId: z.string().nullable(),
  lists: z.array(z.object({ id: z.string(), names: localizedText, isArchived: z.boolean() })),
  /** Null until it is sent. */
  sending: z
    .object({
      state: z.enum(["writing", "written", "stopping", "stopped"]),
      startedAt: z.string(),
      outcomes,
    })
    .nullable(),
  leadCount: z.number(),
  opportunityCount: z.number(),
});

const details = campaignSchema.extend({
  subjects: z.nullable(localizedText),
  bodies: z.nullable(localizedText),
});

const audience = z.object({ size: z.number(), isMore: z.boolean(), outcomes });

const report = z.object({
  mails: z.object({
    waiting: z.number(),
    sent: z.number(),
    /** Refused, or they came back. */
    failed: z.number(),
    cancelled: z.number(),
    unsubscribed: z.number(),
  }),
  leads: z.object({ total: z.number(), open: z.number(), converted: z.number() }),
  opportunities: z.object({
    total: z.number(),
    open: z.number(),
    won: z.number(),
    lost: z.number(),
  }),
  won: z.array(z.object({ currency: z.string(), amount: z.string() })),
});

/** As `private.campaign_face` tells it: what a list shows. */
export type Campaign = z.infer<typeof campaignSchema>;
export type CampaignDetails = z.infer<typeof details>;
export type CampaignReport = z.infer<typeof report>;
/** How many addresses of its lists it reaches, and why not the others. */
export type CampaignOutcomes = z.infer<typeof outcomes>;

function reader<T>(schema: z.ZodType<T>): (input: unknown) => T | null {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : null;
  };
}

/** Each is null when malformed. */
export const parseCampaigns = reader(z.array(campaignSchema));
export const parseCampaignDetails = reader(details);
export const parseCampaignAudience = reader(audience);
export const parseCampaignReport = reader(report);
