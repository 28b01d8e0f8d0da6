import { z } from "zod";

const people = z.object({
  related: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["person", "organization"]),
      name: z.string(),
      roles: z.array(z.string()),
      title: z.string().nullable(),
    }),
  ),
  readers: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
});

/**
 * `opportunity_people`: whom the customer is related to today, each with their roles in it, and the
 * members who may see the opportunity.
 */
export type OpportunityPeople = z.infer<typeof people>;

/** Null when malformed. */
export function parseOpportunityPeople(input: unknown): OpportunityPeople | null {
  const parsed = people.safeParse(input);
  return parsed.success ? parsed.data : null;
}
