import { z } from "zod";
import { contactKinds } from "./contact-point";
import { leadStatuses } from "./lead-input";

const partyKind = z.enum(["person", "organization"]);

const party = z.object({
  kind: z.literal("party"),
  id: z.string(),
  title: z.string(),
  partyKind,
  isBlacklisted: z.boolean(),
  /** Where somebody works. */
  company: z.string().nullable(),
  /** The number or address that was looked for. */
  contactPoint: z.object({ kind: z.enum(contactKinds), value: z.string() }).nullable(),
  /** What another system calls it, when that was looked for. */
  externalId: z.object({ system: z.string(), value: z.string() }).nullable(),
});

const lead = z.object({
  kind: z.literal("lead"),
  id: z.string(),
  title: z.string(),
  partyKind,
  isBlacklisted: z.boolean(),
  company: z.string().nullable(),
  status: z.enum(leadStatuses),
  createdAt: z.string(),
});

const opportunity = z.object({
  kind: z.literal("opportunity"),
  id: z.string(),
  title: z.string(),
  customer: z.string(),
  /** The customer is. */
  isBlacklisted: z.boolean(),
  stage: z.string(),
  stageKind: z.enum(["open", "won", "lost"]),
  amount: z.string().nullable(),
  currency: z.string(),
});

const communication = z.object({
  kind: z.literal("communication"),
  id: z.string(),
  /** Its subject; may be empty. */
  title: z.string(),
  excerpt: z.string(),
  typeCode: z.string(),
  occurredAt: z.string(),
  /** One of the two: what it is about, called `about`. */
  opportunityId: z.string().nullable(),
  leadId: z.string().nullable(),
  about: z.string(),
});

const hit = z.discriminatedUnion("kind", [party, lead, opportunity, communication]);
const answer = z.object({ words: z.array(z.string()), hits: z.array(hit) });

/** One thing found, with what tells why and what leads there. */
export type SearchHit = z.infer<typeof hit>;

/** `search`: hits by kind, the nearest first, and the words looked for, as `searchText` writes them. */
export type SearchAnswer = z.infer<typeof answer>;

/** Null when malformed. */
export function parseSearchAnswer(input: unknown): SearchAnswer | null {
  const parsed = answer.safeParse(input);
  return parsed.success ? parsed.data : null;
}
