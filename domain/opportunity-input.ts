import * as z from "zod/mini";
import {
  amount,
  currency,
  day,
  hasFields,
  id,
  limit,
  line,
  mutationId,
  probability,
  version,
} from "./input-fields";
import { leadSourceCodes } from "./lead-source";

const name = line(200);
const partyName = line(200);
const shortNote = line(500);
const source = z.enum(leadSourceCodes);

/**
 * At the top of its column. Without a customer the name of the opportunity is also the customer's;
 * `customerName` and `contactName` are found by name, or made.
 */
export const createOpportunity = z
  .strictObject({
    id,
    mutationId,
    stageId: id,
    name,
    currency,
    customerId: z.exactOptional(id),
    customerName: z.exactOptional(partyName),
    customerKind: z.exactOptional(z.enum(["person", "organization"])),
    contactName: z.exactOptional(partyName),
    ownerId: z.exactOptional(id),
    teamId: z.exactOptional(z.nullable(id)),
    isPrivate: z.exactOptional(z.boolean()),
    amount: z.exactOptional(z.nullable(amount)),
    expectedCloseOn: z.exactOptional(z.nullable(day)),
    source: z.exactOptional(z.nullable(source)),
    /** Why it is started although the customer is on the blacklist. */
    blacklistReason: z.exactOptional(shortNote),
  })
  .check(
    z.refine((input) => input.customerId === undefined || input.customerName === undefined, {
      path: ["customerName"],
    }),
  );

/** Below the card `afterId`, else above `beforeId`, else to the top of the stage. */
export const moveOpportunity = z.strictObject({
  id,
  stageId: id,
  afterId: z.nullable(id),
  beforeId: z.nullable(id),
  mutationId,
  lostReason: z.exactOptional(shortNote),
});

/** One below the other, the first where `moveOpportunity` would put one. */
export const moveOpportunities = z.strictObject({
  ids: z.array(id).check(
    z.minLength(1),
    z.maxLength(200),
    z.refine((ids) => new Set(ids).size === ids.length),
  ),
  stageId: id,
  afterId: z.nullable(id),
  beforeId: z.nullable(id),
  mutationId,
});

const opportunityPatch = z
  .strictObject({
    name: z.exactOptional(name),
    customerId: z.exactOptional(id),
    contactId: z.exactOptional(z.nullable(id)),
    ownerId: z.exactOptional(z.nullable(id)),
    teamId: z.exactOptional(z.nullable(id)),
    isPrivate: z.exactOptional(z.boolean()),
    amount: z.exactOptional(z.nullable(amount)),
    currency: z.exactOptional(currency),
    probability: z.exactOptional(z.nullable(probability)),
    expectedCloseOn: z.exactOptional(z.nullable(day)),
    nextStep: z.exactOptional(z.nullable(shortNote)),
    nextStepOn: z.exactOptional(z.nullable(day)),
    source: z.exactOptional(z.nullable(source)),
    campaignId: z.exactOptional(z.nullable(id)),
    lostReason: z.exactOptional(z.nullable(shortNote)),
  })
  .check(z.refine(hasFields));

/** `version` is that of the opportunity as the editor saw it. */
export const updateOpportunity = z.strictObject({
  id,
  version,
  patch: opportunityPatch,
  mutationId,
});

export const deleteOpportunity = z.strictObject({ id, mutationId });

export const opportunityById = z.strictObject({ id });

/** Newest first; `cursor` is the `nextCursor` of the page before. */
export const opportunityHistory = z.strictObject({
  id,
  cursor: z.nullish(version),
  limit: z._default(limit, 50),
});

export type CreateOpportunity = z.infer<typeof createOpportunity>;
export type OpportunityPatch = z.infer<typeof opportunityPatch>;
