import { z } from "zod";
import { storedContactPoint } from "./contact-point";

const partyRow = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(["person", "organization"]),
  name: z.string(),
  ownerId: z.string().nullable(),
  status: z.enum(["active", "inactive"]),
  source: z.string().nullable(),
  isBlacklisted: z.boolean(),
  /** Codes, those of today. */
  roles: z.array(z.string()),
  classes: z.array(z.string()),
  /** Of each kind the one to take first. */
  contact: z.object({
    email: storedContactPoint.optional(),
    phone: storedContactPoint.optional(),
    postal: storedContactPoint.optional(),
  }),
  /** Those that the reader may see. */
  openOpportunities: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
const rows = z.array(partyRow);
export type StoredPartyRow = z.infer<typeof partyRow>;

const frame = z.object({
  /** The last number of each topic of the reader when it was read. */
  heads: z.record(z.string(), z.number()),
  members: z.array(z.object({ id: z.string(), name: z.string(), isActive: z.boolean() })),
  /** Those without a name are named by the interface. */
  roleTypes: z.array(
    z.object({
      code: z.string(),
      parentCode: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  classes: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(["BLACKLIST", "VALUE", "SIZE", "OTHER"]),
      name: z.string().nullable(),
    }),
  ),
});

const page = z.object({
  rows,
  next: z.tuple([z.string(), z.string()]).nullable(),
  /** With the first page only. */
  frame: frame.nullable(),
});

/** Whose parties were before they were assigned to somebody. */
const earlierOwners = z.array(
  z.object({ ownerId: z.string().nullable(), ids: z.array(z.string()) }),
);

function reader<T>(schema: z.ZodType<T>): (input: unknown) => T | null {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : null;
  };
}

/** Each is null when malformed. */
export const parsePartyPage = reader(page);
export const parsePartyRows = reader(rows);
export const parseEarlierOwners = reader(earlierOwners);
