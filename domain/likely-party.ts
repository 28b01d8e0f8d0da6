import { z } from "zod";

/** What speaks for a party being the one that is typed; `domain` is the host of a company. */
const likelyReasons = ["email", "phone", "name", "similar_name", "domain"] as const;

const likelyParty = z.object({
  id: z.string(),
  kind: z.enum(["person", "organization"]),
  name: z.string(),
  isBlacklisted: z.boolean(),
  /** The strongest first. */
  reasons: z.array(z.enum(likelyReasons)),
  company: z.string().nullable(),
  town: z.string().nullable(),
  email: z.string().nullable(),
});
export type LikelyParty = z.infer<typeof likelyParty>;

/** `find_likely_parties`: the likeliest first; null when malformed. */
export function parseLikelyParties(input: unknown): LikelyParty[] | null {
  const parsed = z.array(likelyParty).safeParse(input);
  return parsed.success ? parsed.data : null;
}
