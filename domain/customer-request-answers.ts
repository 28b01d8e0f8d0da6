import { z } from "zod";
import { changedValues, changeOperations, customerChangeFields } from "./my-page";

const party = z.object({
  id: z.string(),
  kind: z.enum(["person", "organization"]),
  name: z.string(),
  isBlacklisted: z.boolean(),
});

const customerChange = z.object({
  id: z.string(),
  field: z.enum(customerChangeFields),
  op: z.enum(changeOperations),
  before: changedValues,
  after: changedValues,
  status: z.enum(["unverified", "waiting", "applied", "declined", "withdrawn"]),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
  /** The name of a member; null when it held at once. */
  decidedBy: z.string().nullable(),
  party,
});
/** What a customer corrects about themselves, and how its values read; null for nothing. */
export type ShownChange = z.infer<typeof customerChange> & {
  shownBefore: string | null;
  shownAfter: string | null;
};

const erasureRequest = z.object({
  id: z.string(),
  status: z.enum(["open", "done", "declined", "withdrawn"]),
  /** A day: by then the law wants an answer. */
  dueOn: z.string(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
  /** Null once it is gone. */
  party: party.nullable(),
});
/** Somebody wants to be forgotten. */
export type ErasureRequest = z.infer<typeof erasureRequest>;

/** What a party asks for and nobody answered yet, on its page. */
export const partyRequests = z.object({
  changes: z.array(customerChange),
  erasure: erasureRequest.nullable(),
});

const customerRequests = z.object({
  heads: z.record(z.string(), z.number()),
  waiting: z.array(customerChange),
  erasures: z.array(erasureRequest),
  recent: z.array(customerChange),
});
export type CustomerRequests = Omit<z.infer<typeof customerRequests>, "waiting" | "recent"> & {
  waiting: readonly ShownChange[];
  recent: readonly ShownChange[];
};

/** Null for something else. */
export function parseCustomerRequests(answer: unknown): z.infer<typeof customerRequests> | null {
  return customerRequests.safeParse(answer).data ?? null;
}

const decision = z.enum(["applied", "declined"]);

/** Null for something else. */
export function parseDecision(answer: unknown): z.infer<typeof decision> | null {
  return decision.safeParse(answer).data ?? null;
}
