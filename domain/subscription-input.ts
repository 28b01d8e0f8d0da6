import * as z from "zod/mini";
import { day, email, id, instant, limit, line, mutationId, text } from "./input-fields";
import { partyCursor, partyQueryInput } from "./party-list-input";

/** Asked, confirmed, declined, the address bounced, taken off. */
export const subscriptionStatuses = [
  "pending",
  "accepted",
  "rejected",
  "invalid",
  "unsubscribed",
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** How a consent was given or taken back. */
export const consentOrigins = [
  "member",
  "import",
  "contact_page",
  "my_page",
  "confirm_link",
  "unsubscribe_link",
  "one_click",
  "bounce",
] as const;

/** As many as are asked at once, and as many rows as a file is made of at a time. */
export const mostSubscribed = 500;
export const mostExported = 1000;

/** Bounds in characters, of a consent that comes from a file. */
export const longestWording = 5000;
export const longestProof = 2000;

const fields = {
  listId: id,
  /** Words of the name, or a part of the address. */
  text: z.exactOptional(line(100)),
  statuses: z.exactOptional(
    z.array(z.enum(subscriptionStatuses)).check(z.minLength(1), z.maxLength(5)),
  ),
  /** The `nextCursor` of the page before. */
  cursor: z.nullish(z.strictObject({ createdAt: instant, id })),
};

/** The latest first. */
export const listSubscriptions = z.strictObject({ ...fields, limit: z._default(limit, 50) });
export const exportSubscriptions = z.strictObject({
  ...fields,
  limit: z.int().check(z.gte(1), z.lte(mostExported)),
});

export const addSubscriptions = z.strictObject({
  listId: id,
  partyIds: z.array(id).check(
    z.minLength(1),
    z.maxLength(mostSubscribed),
    z.refine((all) => new Set(all).size === all.length),
  ),
  mutationId,
});

/** What a view of the parties holds, and what would become of them. */
export const foreseeListed = z.strictObject({ listId: id, query: partyQueryInput });

/** The next `mostSubscribed` of a view; `cursor` is the `nextCursor` of the answer before. */
export const addListed = z.strictObject({
  listId: id,
  query: partyQueryInput,
  cursor: partyCursor,
  mutationId,
});

/** One who agreed: the text that they agreed to, and the day. */
export const consentRow = z.strictObject({
  email,
  name: z.nullable(line(200)),
  wording: text(longestWording),
  givenOn: day,
});
export type ConsentRow = z.infer<typeof consentRow>;

/** The part number `piece` of the file `id`; `proof` says where the proof of all is kept. */
export const importSubscriptions = z.strictObject({
  id,
  piece: z.int().check(z.gte(0), z.lte(100_000)),
  listId: id,
  proof: text(longestProof),
  rows: z.array(consentRow).check(z.minLength(1), z.maxLength(mostSubscribed)),
});

export const unsubscribeParty = z.strictObject({ id });
export const subscriptionsOfParty = z.strictObject({ partyId: id });
export const subscriptionHistory = z.strictObject({ id });
