import { z } from "zod";
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
    customerId: id.exactOptional(),
    customerName: partyName.exactOptional(),
    customerKind: z.enum(["person", "organization"]).exactOptional(),
    contactName: partyName.exactOptional(),
    ownerId: id.exactOptional(),
    teamId: id.nullable().exactOptional(),
    isPrivate: z.boolean().exactOptional(),
    amount: amount.nullable().exactOptional(),
    expectedCloseOn: day.nullable().exactOptional(),
    source: source.nullable().exactOptional(),
  })
  .refine((input) => input.customerId === undefined || input.customerName === undefined, {
    path: ["customerName"],
  });

/** Below the card `afterId`, else above `beforeId`, else to the top of the stage. */
export const moveOpportunity = z.strictObject({
  id,
  stageId: id,
  afterId: id.nullable(),
  beforeId: id.nullable(),
  mutationId,
  lostReason: shortNote.exactOptional(),
});

const opportunityPatch = z
  .strictObject({
    name: name.exactOptional(),
    customerId: id.exactOptional(),
    contactId: id.nullable().exactOptional(),
    ownerId: id.nullable().exactOptional(),
    teamId: id.nullable().exactOptional(),
    isPrivate: z.boolean().exactOptional(),
    amount: amount.nullable().exactOptional(),
    currency: currency.exactOptional(),
    probability: probability.nullable().exactOptional(),
    expectedCloseOn: day.nullable().exactOptional(),
    nextStep: shortNote.nullable().exactOptional(),
    nextStepOn: day.nullable().exactOptional(),
    source: source.nullable().exactOptional(),
    lostReason: shortNote.nullable().exactOptional(),
  })
  .refine(hasFields);

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
  cursor: version.nullish(),
  limit: limit.default(50),
});

export type CreateOpportunity = z.infer<typeof createOpportunity>;
export type OpportunityPatch = z.infer<typeof opportunityPatch>;
