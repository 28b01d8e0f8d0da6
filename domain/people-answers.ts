import { z } from "zod";
import { storedContactPoint } from "./contact-point";

const party = z.object({
  id: z.string(),
  kind: z.enum(["person", "organization"]),
  name: z.string(),
  contactPoints: z.array(storedContactPoint),
});

const people = z.object({
  customer: party,
  related: z.array(party.extend({ roles: z.array(z.string()), title: z.string().nullable() })),
  readers: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
});

/**
 * `opportunity_people`: the customer and whom it is related to today, each with their roles in it
 * and how to reach them, and the members who may see the opportunity.
 */
export type OpportunityPeople = z.infer<typeof people>;

/** Null when malformed. */
export function parseOpportunityPeople(input: unknown): OpportunityPeople | null {
  const parsed = people.safeParse(input);
  return parsed.success ? parsed.data : null;
}
