import * as z from "zod/mini";

const entry = z.record(z.string(), z.unknown());
const entries = z.array(entry);

/** In the order in which people read them. */
export const dataSections = [
  "contactPoints",
  "communications",
  "subscriptions",
  "relationships",
  "roles",
  "classifications",
  "leads",
  "opportunities",
  "externalIds",
  "tasks",
  "corrections",
  "erasureRequests",
  "mails",
  "history",
] as const;

const myData = z.object({
  heldBy: z.string(),
  asOf: z.string(),
  party: entry,
  contactPoints: entries,
  communications: entries,
  subscriptions: entries,
  relationships: entries,
  roles: entries,
  classifications: entries,
  leads: entries,
  opportunities: entries,
  externalIds: entries,
  tasks: entries,
  history: entries,
  corrections: entries,
  erasureRequests: entries,
  mails: entries,
});

/** All that is held about a customer. What stands in an entry is up to `private.my_data`. */
export type MyData = z.infer<typeof myData>;
export type DataEntry = z.infer<typeof entry>;

/** Null for something else. */
export function parseMyData(answer: unknown): MyData | null {
  return myData.safeParse(answer).data ?? null;
}
