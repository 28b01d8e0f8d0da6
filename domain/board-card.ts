import * as z from "zod/mini";

/**
 * What a board shows of an opportunity, as `private.card` writes it. `amount` is an exact decimal
 * string, dates are "YYYY-MM-DD", times ISO 8601. `topic` is who may see it, `rank` its place in
 * the column in byte order. `version` rises with every edit or move, but not when only
 * `lastActivityAt` or the customer's name changes.
 */
export const cardSchema = z.object({
  id: z.string(),
  version: z.number(),
  topic: z.string(),
  stageId: z.string(),
  rank: z.string(),
  name: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  /** Its customer is on the blacklist. */
  isBlacklisted: z.boolean(),
  contactId: z.nullable(z.string()),
  ownerId: z.nullable(z.string()),
  teamId: z.nullable(z.string()),
  isPrivate: z.boolean(),
  amount: z.nullable(z.string()),
  currency: z.string(),
  probability: z.nullable(z.number()),
  expectedCloseOn: z.nullable(z.string()),
  nextStep: z.nullable(z.string()),
  nextStepOn: z.nullable(z.string()),
  source: z.nullable(z.string()),
  stageEnteredAt: z.string(),
  lastActivityAt: z.nullable(z.string()),
});
export type Card = z.infer<typeof cardSchema>;
