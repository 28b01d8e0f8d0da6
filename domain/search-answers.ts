import { z } from "zod";

const party = z.object({
  kind: z.literal("party"),
  id: z.string(),
  title: z.string(),
  partyKind: z.enum(["person", "organization"]),
  /** Where somebody works. */
  company: z.string().nullable(),
  /** The number or address that was looked for. */
  contactPoint: z.object({ kind: z.enum(["email", "phone", "web"]), value: z.string() }).nullable(),
});

const opportunity = z.object({
  kind: z.literal("opportunity"),
  id: z.string(),
  title: z.string(),
  customer: z.string(),
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
  opportunityId: z.string(),
  opportunity: z.string(),
});

const hit = z.discriminatedUnion("kind", [party, opportunity, communication]);
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
