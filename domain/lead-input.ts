import * as z from "zod/mini";
import { logCommunicationFields, saysSomething } from "./communication-input";
import {
  amount,
  currency,
  day,
  hasFields,
  id,
  instant,
  limit,
  line,
  mutationId,
  text,
  version,
} from "./input-fields";
import { leadSourceCodes } from "./lead-source";

/** How far a lead that nobody has converted has been looked into. */
export const openLeadStatuses = ["new", "working", "qualified"] as const;
export const leadStatuses = [...openLeadStatuses, "disqualified", "converted"] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** Where leads wait; closed ones are those that were converted or disqualified. */
export const leadQueues = ["unassigned", "assigned", "closed"] as const;

const name = line(200);
const source = z.enum(leadSourceCodes);
const note = text(5000);
const ids = z.array(id).check(
  z.minLength(1),
  z.maxLength(200),
  z.refine((all) => new Set(all).size === all.length),
);

/** Newest first; `cursor` is the `nextCursor` of the page before. */
export const listLeads = z.strictObject({
  queues: z.array(z.enum(leadQueues)).check(z.minLength(1), z.maxLength(3)),
  ownerId: z.exactOptional(id),
  statuses: z.exactOptional(z.array(z.enum(leadStatuses)).check(z.minLength(1), z.maxLength(5))),
  cursor: z.nullish(z.strictObject({ createdAt: instant, id })),
  limit: z._default(limit, 50),
});

export const leadById = z.strictObject({ id });

/**
 * A name is enough; `partyId` and `companyId` say which of the parties with these names. `contact` is what somebody typed or pasted, an e-mail, a phone or a site, and
 * `timeZone` where numbers without a country code are dialled. Without an owner it waits to be taken.
 */
export const addLead = z.strictObject({
  id,
  mutationId,
  name,
  kind: z.enum(["person", "organization"]),
  partyId: z.exactOptional(id),
  companyName: z.exactOptional(name),
  companyId: z.exactOptional(id),
  contact: z.exactOptional(line(2000)),
  timeZone: line(64),
  source: z.exactOptional(source),
  ownerId: z.exactOptional(id),
  teamId: z.exactOptional(id),
  isPrivate: z.exactOptional(z.boolean()),
  note: z.exactOptional(note),
});

export const takeLead = z.strictObject({ id, mutationId });

/** Null gives them back to the queue. */
export const assignLeads = z.strictObject({ ids, ownerId: z.nullable(id), mutationId });

export const assignLeadsRoundRobin = z.strictObject({ ids, teamId: id, mutationId });

/** `version` is that of the lead as the editor saw it. */
export const updateLead = z.strictObject({
  id,
  version,
  patch: z
    .strictObject({
      note: z.exactOptional(z.nullable(note)),
      source: z.exactOptional(z.nullable(source)),
      campaignId: z.exactOptional(z.nullable(id)),
      teamId: z.exactOptional(z.nullable(id)),
      isPrivate: z.exactOptional(z.boolean()),
    })
    .check(z.refine(hasFields)),
});

/** Who ends a lead says why. */
export const setLeadStatus = z.union([
  z.strictObject({ id, mutationId, status: z.enum(openLeadStatuses) }),
  z.strictObject({ id, mutationId, status: z.literal("disqualified"), reason: line(500) }),
]);

/**
 * Into an opportunity `opportunityId` at the top of its column. `customerId` and `contactId` are
 * parties that stand in for the lead's own; `customerName` is a company found by name, or made.
 */
export const convertLead = z
  .strictObject({
    id,
    opportunityId: id,
    mutationId,
    stageId: id,
    name,
    currency,
    customerId: z.exactOptional(id),
    customerName: z.exactOptional(name),
    contactId: z.exactOptional(id),
    amount: z.exactOptional(z.nullable(amount)),
    expectedCloseOn: z.exactOptional(z.nullable(day)),
    /** Why it is started although the customer is on the blacklist. */
    blacklistReason: z.exactOptional(line(500)),
  })
  .check(
    z.refine((input) => input.customerId === undefined || input.customerName === undefined, {
      path: ["customerName"],
    }),
  );

/** Newest first; `cursor` is the `nextCursor` of the page before. */
export const leadHistory = z.strictObject({
  id,
  cursor: z.nullish(version),
  limit: z._default(limit, 50),
});

export const deleteLead = z.strictObject({ id, mutationId });

export const listLeadCommunications = z.strictObject({ leadId: id });

export const logLeadCommunication = z
  .strictObject({ ...logCommunicationFields, leadId: id })
  .check(saysSomething());
