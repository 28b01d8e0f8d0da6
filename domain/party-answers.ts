import { z } from "zod";
import { contactAddress, contactKinds } from "./contact-point";
import { partyRequests } from "./customer-request-answers";
import { fieldConflicts } from "./field-conflict";
import { leadStatuses } from "./lead-input";
import { camelCase } from "./letter-case";
import { relationshipTypes } from "./party-roles";
import { partyTask } from "./task-answers";

const kind = z.enum(["person", "organization"]);
const text = z.string().nullable();
/** Half-open, from the first day to the one after the last; null is open. */
const period = z.object({ from: text, until: text });
export type Period = z.infer<typeof period>;

const partyRow = z.object({
  id: z.string(),
  kind,
  name: z.string(),
  localName: text,
  salutation: text,
  title: text,
  givenName: text,
  familyName: text,
  suffix: text,
  birthday: text,
  occupation: text,
  legalForm: text,
  vatId: text,
  registration: text,
  employees: z.number().nullable(),
  /** A decimal, with `revenueCurrency`. */
  revenue: text,
  revenueCurrency: text,
  industry: text,
  language: text,
  currency: text,
  timeZone: text,
  source: text,
  status: z.enum(["active", "inactive"]),
  ownerId: text,
  note: text,
  isBlacklisted: z.boolean(),
  version: z.number(),
  createdBy: text,
  createdAt: z.string(),
  updatedAt: z.string(),
});

function camelKeys(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camelCase(name), value]));
}

/** A party with all its own fields, as `private.party_fields` tells it. */
const partyFields = z.preprocess(camelKeys, partyRow);

const relatedParty = z.object({
  id: z.string(),
  kind,
  name: z.string(),
  isBlacklisted: z.boolean(),
});

const openedParty = z.object({
  /** The last number of each topic of the reader when it was read. */
  heads: z.record(z.string(), z.number()),
  party: partyFields,
  isOwnCompany: z.boolean(),
  roles: z.array(
    z.object({ id: z.string(), version: z.number(), code: z.string(), valid: period }),
  ),
  relations: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      typeCode: z.enum(relationshipTypes),
      /** Whether it leads away from the party. */
      isFrom: z.boolean(),
      role: z.string(),
      otherRole: z.string(),
      title: text,
      /** Whether the person sees what is shared of the organization. */
      sharesPage: z.boolean(),
      valid: period,
      party: relatedParty,
    }),
  ),
  links: z.array(
    z.object({ fromId: z.string(), toId: z.string(), typeCode: z.enum(relationshipTypes) }),
  ),
  contactPoints: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      kind: z.enum(contactKinds),
      value: z.string(),
      extension: text,
      address: contactAddress.nullable(),
      purposes: z.array(z.string()),
      valid: period,
      isPrimary: z.boolean(),
      verifiedAt: text,
      /** Null when the party was never asked. */
      mayContact: z.boolean().nullable(),
    }),
  ),
  externalIds: z.array(z.object({ id: z.string(), system: z.string(), value: z.string() })),
  classifications: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      code: z.string(),
      kind: z.enum(["BLACKLIST", "VALUE", "SIZE", "OTHER"]),
      reason: text,
      /** Moments; still holding while `until` is null. */
      from: z.string(),
      until: text,
      authorId: text,
    }),
  ),
  opportunities: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stageName: z.string(),
      stageKind: z.enum(["open", "won", "lost"]),
      ownerId: text,
      amount: text,
      currency: z.string(),
      expectedCloseOn: text,
      closedAt: text,
    }),
  ),
  /** Open ones first, soonest due before; then the last that were done. */
  tasks: z.array(partyTask),
  leads: z.array(
    z.object({
      id: z.string(),
      status: z.enum(leadStatuses),
      source: text,
      ownerId: text,
      note: text,
      createdAt: z.string(),
    }),
  ),
  communications: z.array(
    z.object({
      id: z.string(),
      typeCode: z.string(),
      direction: text,
      subject: text,
      body: text,
      occurredAt: z.string(),
      authorId: text,
      opportunityId: text,
      opportunityName: text,
      /** Whether the party reads it on their own page. */
      isShared: z.boolean(),
    }),
  ),
  requests: partyRequests,
  members: z.array(z.object({ id: z.string(), name: z.string(), isActive: z.boolean() })),
  /** Those without a name are named by the interface. */
  roleTypes: z.array(z.object({ code: z.string(), parentCode: text, name: text })),
  classes: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(["BLACKLIST", "VALUE", "SIZE", "OTHER"]),
      name: text,
    }),
  ),
});

/** `open_party`: all that the page of a party shows but its history. */
export type OpenedParty = z.infer<typeof openedParty>;

/** `update_party`: saved, or nothing written because of the named fields. */
const savedParty = z.discriminatedUnion("status", [
  z.object({ status: z.literal("saved"), party: partyFields }),
  z.object({ status: z.literal("conflict"), party: partyFields, fields: fieldConflicts }),
]);

const partyHistory = z.array(
  z.object({
    id: z.number(),
    entity: z.string(),
    entityId: z.string(),
    op: z.enum(["insert", "update", "delete"]),
    actorId: text,
    /** The party itself, on its own page. */
    isByCustomer: z.boolean(),
    changedAt: z.string(),
    /** By field: before and after. */
    changes: z.preprocess(camelKeys, z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))),
    /** What a task is called now; null once it is removed, and of everything else. */
    task: text,
    /** The other end of a relationship. */
    other: z.object({ id: z.string(), name: z.string() }).nullable(),
  }),
);
export type PartyHistoryEntry = z.infer<typeof partyHistory>[number];

function reader<T>(schema: z.ZodType<T>): (input: unknown) => T | null {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : null;
  };
}

/** Each is null when malformed. */
export const parseOpenedParty = reader(openedParty);
export const parseSavedParty = reader(savedParty);
export const parsePartyHistory = reader(partyHistory);
