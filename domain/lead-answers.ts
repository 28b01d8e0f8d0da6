import { z } from "zod";
import { storedContactPoint } from "./contact-point";
import { leadQueues, leadStatuses } from "./lead-input";
import { leadSourceCodes } from "./lead-source";

const party = z.object({
  id: z.string(),
  kind: z.enum(["person", "organization"]),
  name: z.string(),
  isBlacklisted: z.boolean(),
});

const leadSchema = z.object({
  id: z.string(),
  version: z.number(),
  status: z.enum(leadStatuses),
  queue: z.enum(leadQueues),
  party,
  organization: party.nullable(),
  contactPoint: storedContactPoint.nullable(),
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  isPrivate: z.boolean(),
  source: z.enum(leadSourceCodes).nullable(),
  note: z.string().nullable(),
  disqualifiedReason: z.string().nullable(),
  opportunityId: z.string().nullable(),
  createdById: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const leadDetails = leadSchema.extend({
  contactPoints: z.array(storedContactPoint),
  companyContactPoints: z.array(storedContactPoint),
  campaignId: z.string().nullable(),
  campaign: z.object({ id: z.string(), name: z.string() }).nullable(),
  readerIds: z.array(z.string()),
});

const leadCounts = z.object({ unassigned: z.number(), mine: z.number(), open: z.number() });

/** As `private.lead_face` tells it: what a list shows. */
export type StoredLead = z.infer<typeof leadSchema>;
export type LeadParty = z.infer<typeof party>;
/** How many open leads wait, are the caller's, and are in their sight. */
export type LeadCounts = z.infer<typeof leadCounts>;

function reader<T>(schema: z.ZodType<T>): (input: unknown) => T | null {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : null;
  };
}

/** Each is null when malformed. */
export const parseLeads = reader(z.array(leadSchema));
export const parseLeadDetails = reader(leadDetails);
export const parseLeadCounts = reader(leadCounts);
export const parseLeadParties = reader(z.array(party));
/** A lead may be out of sight once it is written, given to another team for instance. */
export const parseWrittenLead = reader(
  leadSchema.nullable().transform((lead): { lead: StoredLead | null } => ({ lead })),
);
